using Microsoft.DotNet.Interactive.Formatting;

namespace System;

/// <summary><c>value.Display()</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">What.</param>
    /// <param name="mimeTypes">In which forms; none: those that are preferred for its type.</param>
    /// <returns>What is shown; it can be changed.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        Show(new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes)));

    /// <summary>Shows a text that is of a MIME type already.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its type, such as <c>text/markdown</c>.</param>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Show(new DisplayedValue(value, [new FormattedValue(mimeType, value)]));

    private static DisplayedValue Show(DisplayedValue value)
    {
        Formatter.Raise(value);
        return value;
    }
}
