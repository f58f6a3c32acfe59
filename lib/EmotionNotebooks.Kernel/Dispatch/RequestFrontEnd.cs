using System.Text.Json;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>The front end of one cell: what it shows names the cell's request as its parent, even long after the cell ended.</summary>
/// <param name="request">The request.</param>
/// <param name="inputs">Where answers arrive.</param>
/// <param name="allowStdin">Whether the front end takes questions.</param>
#pragma warning disable CA1001 // a source without a timer holds nothing
internal sealed class RequestFrontEnd(Request request, InputDesk inputs, bool allowStdin) : IFrontEnd
#pragma warning restore CA1001
{
    private const int LargestPiece = 1 << 20;

    private CancellationTokenSource _interruption = new();

    /// <summary>Ends with the cell's next interruption.</summary>
    public CancellationToken Interruption => _interruption.Token;

    /// <inheritdoc/>
    public void Write(string name, string text)
    {
        if (name is not ("stdout" or "stderr"))
        {
            throw new ArgumentException($"stream '{name}'; expected stdout or stderr", nameof(name));
        }

        // No message is too large for JSON, and who writes much waits for the sockets.
        for (int start = 0, length; start < text.Length; start += length)
        {
            length = Math.Min(LargestPiece, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            request.PublishText(name, length == text.Length ? text : text.Substring(start, length));
        }
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string? displayId = null) => Show("display_data", bundle, displayId);

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId) => Show("update_display_data", bundle, displayId);

    /// <inheritdoc/>
    public void Clear(bool wait) => request.Publish("clear_output", writer => writer.WriteBoolean("wait"u8, wait));

    /// <inheritdoc/>
    public string ReadLine(string prompt, bool password)
    {
        if (!allowStdin)
        {
            throw new InvalidOperationException("the front end takes no questions here (allow_stdin is false): a notebook that runs unattended can't read input");
        }

        try
        {
            return inputs.Ask(request, prompt, password, Interruption);
        }
        catch (ThreadInterruptedException e)
        {
            throw new OperationCanceledException("the cell was interrupted", e);
        }
    }

    /// <summary>Ends what the cell waits for here. A cell that survives it may wait again.</summary>
    public void Interrupt() => Interlocked.Exchange(ref _interruption, new CancellationTokenSource()).Cancel();

    /// <summary>Writes what outputs carry.</summary>
    public static void WriteBundle(Utf8JsonWriter writer, MimeBundle bundle)
    {
        writer.WriteStartObject("data"u8);
        foreach (var (type, content) in bundle.Data)
        {
            writer.WritePropertyName(type);
            WriteContent(writer, type, content);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("metadata"u8);
        writer.WriteEndObject();
    }

    // JSON types travel as JSON, all others as text.
    private static void WriteContent(Utf8JsonWriter writer, string type, string content)
    {
        if (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal))
        {
            try
            {
                using var document = JsonDocument.Parse(content);
                document.RootElement.WriteTo(writer);
                return;
            }
            catch (JsonException)
            {
                // Shown as it is, then.
            }
        }

        writer.WriteStringValue(content);
    }

    private void Show(string type, MimeBundle bundle, string? displayId) => request.Publish(type, writer =>
    {
        WriteBundle(writer, bundle);
        writer.WriteStartObject("transient"u8);
        if (displayId is not null)
        {
            writer.WriteString("display_id"u8, displayId);
        }

        writer.WriteEndObject();
    });
}
