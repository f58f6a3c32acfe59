using EmotionNotebooks.Kernel.Display;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary><c>KernelInvocationContext.Current.Display(value)</c>.</summary>
public static class KernelInvocationContextExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="context">The cell.</param>
    /// <param name="value">What.</param>
    /// <param name="mimeTypes">In which forms; none: those that are preferred for its type.</param>
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(context);
        return NotebookDisplay.Show(value, mimeTypes);
    }

    /// <summary>Shows a text that is of a MIME type already.</summary>
    /// <param name="context">The cell.</param>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its type, such as <c>text/markdown</c>.</param>
    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value.DisplayAs(mimeType);
    }
}
