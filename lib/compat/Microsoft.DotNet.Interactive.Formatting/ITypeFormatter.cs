namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values of a type look in one MIME type.</summary>
public interface ITypeFormatter
{
    /// <summary>The MIME type.</summary>
    string MimeType { get; }

    /// <summary>The type whose values it knows, with all that derives from it; it may be an open generic type.</summary>
    Type Type { get; }

    /// <summary>Writes a value.</summary>
    /// <returns>False where this formatter does not know the value after all, and has written nothing.</returns>
    bool Format(object instance, FormatContext context);
}
