namespace EmotionNotebooks.Kernel.Display.Notebook.Unsupported;

/// <summary>What .NET Interactive has and this kernel does not, in words: the compiler says them where notebook code uses it.</summary>
internal static class Unsupported
{
    public const string Commands =
        "This kernel is one C# kernel by itself: it does not send commands (SendAsync, SubmitCode) or publish events as .NET Interactive did. Call C# "
        + "directly, and show Markdown, HTML or Mermaid with \"...\".DisplayAs(\"text/markdown\").";
}
