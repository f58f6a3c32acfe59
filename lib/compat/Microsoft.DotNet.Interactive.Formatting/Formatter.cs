using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values look: a register of formatters by type and MIME type.</summary>
public static partial class Formatter
{
    static Formatter() => ResetToDefault();

    /// <summary>How many items of a sequence are shown; 20 unless told otherwise.</summary>
    public static int ListExpansionLimit
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentException($"{nameof(ListExpansionLimit)} must be at least 0.");
    }

    /// <summary>What stands for null.</summary>
    public static string NullString { get; set; }

    /// <summary>How deep a value is shown; 6 unless told otherwise.</summary>
    public static int RecursionLimit
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentException($"{nameof(RecursionLimit)} must be at least 0.");
    }

    /// <summary>The MIME type of values for whose type none is set; <c>text/html</c> unless told otherwise.</summary>
    public static string DefaultMimeType
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
            Registry.Forget();
        }
    }

    /// <summary>Forgets every registration and setting.</summary>
    [MemberNotNull(nameof(NullString), nameof(DefaultMimeType))]
    public static void ResetToDefault()
    {
        Registry.Clear();
        Limits.Clear();
        DefaultMimeType = HtmlFormatter.MimeType;
        ListExpansionLimit = 20;
        RecursionLimit = 6;
        NullString = "<null>";
    }

    /// <summary>A value as text.</summary>
    /// <param name="obj">The value.</param>
    /// <param name="mimeType">The MIME type.</param>
    /// <exception cref="ArgumentException">No formatter knows values of this type in this MIME type.</exception>
    public static string ToDisplayString(this object? obj, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(mimeType);
        return Write(context => obj.FormatTo(context, mimeType));
    }

    /// <summary>A value as text.</summary>
    /// <param name="obj">The value.</param>
    /// <param name="formatter">What writes it.</param>
    public static string ToDisplayString(this object? obj, ITypeFormatter formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        return Write(context => formatter.Format(obj!, context));
    }

    /// <summary>Writes a value.</summary>
    public static void Format(this ITypeFormatter formatter, object? instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        using var context = new FormatContext(writer);
        formatter.Format(instance!, context);
    }

    /// <summary>Writes a value inside another one.</summary>
    /// <param name="obj">The value.</param>
    /// <param name="context">Where the other one is written to.</param>
    /// <param name="mimeType">The MIME type.</param>
    /// <exception cref="ArgumentException">No formatter knows values of this type in this MIME type.</exception>
    public static void FormatTo<T>(this T obj, FormatContext context, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(context);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (obj is null)
        {
            Null.Write(context, mimeType);
            return;
        }

        var entered = context.Enter(obj);
        try
        {
            if (entered)
                GetPreferredFormatterFor(obj.GetType(), mimeType).Format(obj, context);
            else
                Elided.Write(obj, context, mimeType);
        }
        finally
        {
            context.Leave(obj, entered);
        }
    }


    internal static string Write(Action<FormatContext> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using (var context = new FormatContext(writer))
            write(context);
        return writer.ToString();
    }
}
