namespace EmotionNotebooks.Kernel.Display;

/// <summary>One thing to show, in one or more forms; a front end chooses the richest that it knows.</summary>
/// <param name="Data">Content by MIME type; binary content in base64. There is always <c>text/plain</c>.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, string> Data)
{
    /// <summary>Plain text alone.</summary>
    /// <param name="text">The text.</param>
    public static MimeBundle Plain(string text) => new(new Dictionary<string, string> { ["text/plain"] = text });
}
