using System.Text.Encodings.Web;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>Shows the parts of a cell that are no C#.</summary>
internal static class OtherLanguages
{
    public static MimeBundle Show(string language, string text) => new(language switch
    {
        "markdown" => new Dictionary<string, string> { ["text/markdown"] = text, ["text/plain"] = text },
        "html" => new Dictionary<string, string> { ["text/html"] = text, ["text/plain"] = text },
        "javascript" => new Dictionary<string, string>
        {
            ["text/html"] = $"<script type=\"text/javascript\">{text}</script>",
            ["text/plain"] = text,
        },
        "mermaid" => new Dictionary<string, string>
        {
            ["text/vnd.mermaid"] = text,
            ["text/html"] = $"<pre class=\"mermaid\">{HtmlEncoder.Default.Encode(text)}</pre>",
            ["text/plain"] = text,
        },
        _ => throw new ArgumentException($"there is no way to show '{language}'", nameof(language)),
    });
}
