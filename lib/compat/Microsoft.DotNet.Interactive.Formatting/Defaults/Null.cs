namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Null, in every MIME type.</summary>
internal static class Null
{
    public static void Write(FormatContext context, string mimeType)
    {
        switch (mimeType)
        {
            case HtmlFormatter.MimeType:
                HtmlDefaults.WritePlain(Formatter.NullString, context);
                break;
            case JsonFormatter.MimeType:
                context.Writer.Write("null");
                break;
            default:
                context.Writer.Write(Formatter.NullString);
                break;
        }
    }
}
