using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Interactive.Live;

/// <summary>
/// Outputs that are changed later, in whichever kernel runs. <c>.Display()</c> of the formatting package shows one thing and returns another, whose
/// changes go nowhere; the kernel's own method, which both kernels have under the same name, does it right. It is found by reflection, since
/// this library knows no kernel.
/// </summary>
internal static class NotebookOutput
{
    private static readonly Lazy<(PropertyInfo Current, MethodInfo Display)?> Kernel = new(Find);

    /// <summary>Whether this runs in a notebook.</summary>
    public static bool IsNotebook => Context is not null;

    private static object? Context => Kernel.Value?.Current.GetValue(null);

    /// <summary>Shows a value; in a notebook <see cref="DisplayedValue.Update"/> changes it, elsewhere each state is a line of the console.</summary>
    public static DisplayedValue Show(object value) =>
        Context is { } context ? (DisplayedValue)Kernel.Value!.Value.Display.Invoke(null, [context, value, Array.Empty<string>()])! : value.Display();

    private static (PropertyInfo Current, MethodInfo Display)? Find()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext") is { } context
                && assembly.GetType("Microsoft.DotNet.Interactive.KernelInvocationContextExtensions") is { } extensions
                && context.GetProperty("Current", BindingFlags.Public | BindingFlags.Static) is { } current
                && extensions.GetMethod("Display", [context, typeof(object), typeof(string[])]) is { } display)
                return (current, display);
        }

        return null;
    }
}
