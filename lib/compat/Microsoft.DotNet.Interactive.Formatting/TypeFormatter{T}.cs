namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A formatter to derive from.</summary>
public abstract class TypeFormatter<T> : ITypeFormatter<T>
{
    /// <param name="type">The type whose values it knows; null: <typeparamref name="T"/>.</param>
    protected TypeFormatter(Type? type = null)
    {
        Type = type ?? typeof(T);
    }

    public Type Type { get; }

    public abstract string MimeType { get; }

    public abstract bool Format(T value, FormatContext context);

    bool ITypeFormatter.Format(object instance, FormatContext context) => Format((T)instance, context);
}
