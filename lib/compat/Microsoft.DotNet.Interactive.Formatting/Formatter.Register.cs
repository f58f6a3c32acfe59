using EmotionNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive.Formatting;

public static partial class Formatter
{
    /// <summary>Registers a formatter. The one for the nearest type wins; of two for the same type the later one.</summary>
    public static void Register(ITypeFormatter formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.Add(formatter);
    }

    /// <summary>Registers a formatter of a type, and of what derives from it.</summary>
    public static void Register<T>(FormatDelegate<T> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new DelegateFormatter<T>(formatter, Named(mimeType)));

    /// <summary>Registers a formatter of a type, and of what derives from it.</summary>
    public static void Register(Type type, FormatDelegate<object> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new DelegateFormatter<object>(formatter, Named(mimeType), type));

    /// <summary>Registers a formatter of a type, and of what derives from it.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new DelegateFormatter<object>(Writing(formatter), Named(mimeType), type));

    /// <summary>Registers a formatter of a type, and of what derives from it.</summary>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new DelegateFormatter<T>(Writing(formatter), Named(mimeType)));

    /// <summary>Registers a formatter of a type, and of what derives from it.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register<T>((value, writer) => writer.Write(formatter(value)), mimeType);

    /// <summary>Sets in which MIME types values of a type, and of what derives from it, are shown where nothing else is asked for.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (preferredMimeTypes is null || preferredMimeTypes.All(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Value cannot be null or whitespace.", nameof(preferredMimeTypes));
        Registry.Prefer(type, [.. preferredMimeTypes.Distinct()]);
    }

    /// <summary>In which MIME types values of a type are shown where nothing else is asked for.</summary>
    public static IReadOnlyCollection<string> GetPreferredMimeTypesFor(Type? type) => Registry.Preferred(type ?? typeof(object));

    /// <summary>What writes values of a type in a MIME type.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ITypeFormatter GetPreferredFormatterFor(Type actualType, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(actualType);
        ArgumentNullException.ThrowIfNull(mimeType);
        return Registry.Find(actualType, mimeType)
            ?? throw new ArgumentException($"No formatter is registered for MIME type {mimeType} and values of type {TypeName.Of(actualType)}.");
    }

    private static FormatDelegate<T> Writing<T>(Action<T, TextWriter> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        return (value, context) =>
        {
            formatter(value, context.Writer);
            return true;
        };
    }

    private static string Named(string mimeType) => string.IsNullOrWhiteSpace(mimeType)
        ? throw new ArgumentException("Value cannot be null or whitespace.", nameof(mimeType))
        : mimeType;
}
