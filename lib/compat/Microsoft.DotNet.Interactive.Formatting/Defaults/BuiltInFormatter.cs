namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A formatter that is there without being registered.</summary>
internal sealed class BuiltInFormatter(Type type, string mimeType, Action<object, FormatContext> write) : ITypeFormatter
{
    public string MimeType => mimeType;

    public Type Type => type;

    public bool Format(object instance, FormatContext context)
    {
        if (instance is null)
            Null.Write(context, mimeType);
        else
            write(instance, context);
        return true;
    }
}
