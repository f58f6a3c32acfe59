namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Values as HTML.</summary>
public static class HtmlFormatter
{
    /// <summary>The MIME type.</summary>
    public const string MimeType = "text/html";

    /// <summary>What writes values of a type as HTML.</summary>
    public static ITypeFormatter GetPreferredFormatterFor(Type type) => Formatter.GetPreferredFormatterFor(type, MimeType);

    /// <inheritdoc cref="GetPreferredFormatterFor(Type)"/>
    public static ITypeFormatter GetPreferredFormatterFor<T>() => GetPreferredFormatterFor(typeof(T));
}
