namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values of a type look in one MIME type.</summary>
public interface ITypeFormatter<in T> : ITypeFormatter
{
    /// <inheritdoc cref="ITypeFormatter.Format"/>
    bool Format(T instance, FormatContext context);
}
