using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Says what kernel this is.</summary>
internal sealed class KernelInfoHandler : IHandler
{
    private static readonly string Version = typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public string Type => "kernel_info_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Control;

    /// <inheritdoc/>
    public void Answer(Request request) => request.ReplyOk(writer =>
    {
        writer.WriteString("protocol_version"u8, WireFormat.ProtocolVersion);
        writer.WriteString("implementation"u8, "EmotionNotebooks"u8);
        writer.WriteString("implementation_version"u8, Version);
        // As .NET Interactive said it, so that notebooks' metadata stay the same; the mode is CodeMirror's.
        writer.WriteStartObject("language_info"u8);
        writer.WriteString("name"u8, "C#"u8);
        writer.WriteString("version"u8, "14.0"u8);
        writer.WriteString("mimetype"u8, "text/x-csharp"u8);
        writer.WriteString("file_extension"u8, ".cs"u8);
        writer.WriteString("pygments_lexer"u8, "csharp"u8);
        writer.WriteString("codemirror_mode"u8, "text/x-csharp"u8);
        writer.WriteEndObject();
        writer.WriteString("banner"u8, $"EmotionNotebooks {Version}: C# 14 on .NET {Environment.Version}");
        writer.WriteBoolean("debugger"u8, false);
        writer.WriteStartArray("supported_features"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("help_links"u8);
        writer.WriteStartObject();
        writer.WriteString("text"u8, "C# language reference"u8);
        writer.WriteString("url"u8, "https://learn.microsoft.com/dotnet/csharp/"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });
}
