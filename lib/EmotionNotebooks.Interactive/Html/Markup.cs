using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace EmotionNotebooks.Interactive.Html;

/// <summary>Pieces of HTML that are legible on any background: text takes the page's colour, lines are half transparent.</summary>
internal static class Markup
{
    // In every output, since a page may show one of them alone. JupyterLab's own style insists on words to the right.
    private const string Style = """
        <style>
        .emotion-view { overflow-x: auto }
        .emotion-view table { border-collapse: collapse; margin: 4px 0; width: auto; color: inherit; font-size: 13px; font-variant-numeric: tabular-nums }
        .emotion-view th, .emotion-view td { padding: 3px 10px; text-align: right; white-space: nowrap; border: none; border-bottom: 1px solid rgba(128, 128, 128, .3); background: transparent }
        .emotion-view thead th { font-weight: 600; border-bottom: 1px solid rgba(128, 128, 128, .7) }
        .emotion-view tbody th { font-weight: inherit }
        .emotion-view .words { text-align: left !important; white-space: normal; max-width: 60ch; overflow-wrap: break-word }
        .emotion-view .quiet { opacity: .7 }
        .emotion-view p { margin: 4px 0; font-size: 13px }
        .emotion-view figure { margin: 4px 0 }
        .emotion-view figcaption { font-size: 13px }
        .emotion-view button { color: inherit; background: transparent; border: 1px solid rgba(128, 128, 128, .6); border-radius: 4px; padding: 1px 8px; font: inherit; cursor: pointer }
        .emotion-view button:disabled { opacity: .4; cursor: default }
        </style>
        """;

    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>A whole output.</summary>
    public static string View(string content, string attributes = "") => $"<div class=\"emotion-view\"{attributes}>{Style}{content}</div>";

    public static string Paragraph(string text, bool quiet = false) => $"<p{(quiet ? " class=\"quiet\"" : "")}>{Text(text)}</p>";

    /// <summary>A picture, at its size in page pixels times the zoom, with every pixel as it is.</summary>
    public static string Picture(byte[] png, string description, int width, double zoom = 1)
    {
        var size = FormattableString.Invariant($"width: {width * zoom:0}px; max-width: 100%; height: auto; image-rendering: pixelated");
        return $"<img alt=\"{Text(description)}\" style=\"{size}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\">";
    }

    /// <summary>A name made of the content, so that the same content has the same name whenever it is shown.</summary>
    public static string Name(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8));
}
