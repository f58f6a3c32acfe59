namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values look where nobody registered anything.</summary>
internal static class BuiltIn
{
    public static ITypeFormatter? Find(Type type, string mimeType) => mimeType switch
    {
        PlainTextFormatter.MimeType => new BuiltInFormatter(type, mimeType, PlainDefaults.Write),
        HtmlFormatter.MimeType => new BuiltInFormatter(type, mimeType, HtmlDefaults.Write),
        JsonFormatter.MimeType => new BuiltInFormatter(type, mimeType, JsonDefaults.Write),
        LaTeXString.MimeType when type == typeof(LaTeXString) => new BuiltInFormatter(type, mimeType, PlainDefaults.Write),
        _ => null,
    };

    public static string? PreferredMimeType(Type type) =>
        type == typeof(string) ? PlainTextFormatter.MimeType
        : type == typeof(LaTeXString) ? LaTeXString.MimeType
        : null;
}
