namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A formatter of one type, as HTML, made of a function.</summary>
public class HtmlFormatter<T> : TypeFormatter<T>
{
    private readonly FormatDelegate<T> _format;

    /// <param name="format">Writes a value; false where it does not know it after all.</param>
    public HtmlFormatter(FormatDelegate<T> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        _format = format;
    }

    /// <param name="format">Writes a value.</param>
    public HtmlFormatter(Action<T, FormatContext> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        _format = (value, context) =>
        {
            format(value, context);
            return true;
        };
    }

    /// <param name="format">Gives the text of a value.</param>
    public HtmlFormatter(Func<T, string> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        _format = (value, context) =>
        {
            context.Writer.Write(format(value));
            return true;
        };
    }

    public override string MimeType => HtmlFormatter.MimeType;

    public override bool Format(T value, FormatContext context)
    {
        if (value is not null)
            return _format(value, context);
        Null.Write(context, MimeType);
        return true;
    }
}
