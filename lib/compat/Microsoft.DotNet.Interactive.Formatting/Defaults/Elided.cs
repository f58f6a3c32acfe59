using EmotionNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value whose inside is not shown, since it lies too deep, is open already, or is one too many: its name alone.</summary>
internal static class Elided
{
    public static void Write(object value, FormatContext context, string mimeType)
    {
        var text = Shape.Of(value.GetType()).Kind == Kind.Scalar ? Scalar.Text(value) : $"{TypeName.Short(value.GetType())} …";
        switch (mimeType)
        {
            case HtmlFormatter.MimeType:
                HtmlDefaults.WritePlain(text, context);
                break;
            case JsonFormatter.MimeType:
                JsonDefaults.Write(text, context);
                break;
            default:
                context.Writer.Write(text);
                break;
        }
    }
}
