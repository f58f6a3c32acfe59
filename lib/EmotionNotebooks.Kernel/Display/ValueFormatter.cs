using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Kernel.Display;

/// <summary>Values as what a front end shows, by the formatters that are registered.</summary>
public static class ValueFormatter
{
    private const string Plain = PlainTextFormatter.MimeType;

    /// <summary>Formats a value: in plain text always, and as it is preferred for its type, which is HTML unless somebody said otherwise.</summary>
    /// <param name="value">The value; null is one.</param>
    /// <param name="mimeTypes">The forms to take beside plain text; none: those that are preferred for the value's type.</param>
    /// <exception cref="ArgumentException">No formatter knows the value in one of these forms.</exception>
    public static MimeBundle Format(object? value, params string[] mimeTypes) =>
        Bundle(value, FormattedValue.CreateManyFromObject(value, mimeTypes));

    /// <summary>What was formatted already, with plain text where it lacks that.</summary>
    /// <param name="value">What was formatted.</param>
    /// <param name="forms">Its forms.</param>
    internal static MimeBundle Bundle(object? value, IReadOnlyList<FormattedValue> forms)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            if (!form.SuppressDisplay)
                data[form.MimeType] = form.Value;
        }

        if (!data.ContainsKey(Plain))
            data[Plain] = PlainOf(value, data);
        return new MimeBundle(data);
    }

    private static string PlainOf(object? value, Dictionary<string, string> data)
    {
        var html = data.GetValueOrDefault(HtmlFormatter.MimeType);

        // What is HTML itself, or may not be asked a second time, reads as its HTML does.
        if (html is not null && (value is string or IHtmlContent || IsIterator(value)))
            return HtmlText.Of(html);
        if (value is string or byte[] && data.Keys.FirstOrDefault(IsPicture) is { } picture)
            return $"({picture})";
        try
        {
            return value.ToDisplayString(Plain);
        }
        catch (Exception exception) when (exception is not InsufficientExecutionStackException)
        {
            return $"{value!.GetType().Name} (its plain text cannot be made: {exception.Message})";
        }
    }

    private static bool IsPicture(string mimeType) => mimeType.StartsWith("image/", StringComparison.Ordinal);

    // LINQ's, and those that the compiler makes of yield.
    private static bool IsIterator(object? value) =>
        value is IEnumerable and not ICollection && value.GetType() is var type && (type.Namespace == "System.Linq" || type.Name.StartsWith('<'));
}
