using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Kernel.Display;

/// <summary>Carries what notebook code shows to the front end of its cell.</summary>
public static class NotebookDisplay
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];
    private static readonly string[] Texts = ["text/markdown", LaTeX, "image/svg+xml", "text/vnd.mermaid", "application/javascript"];

    private const string LaTeX = "text/latex";

    private static readonly ConditionalWeakTable<DisplayedValue, object> WasShown = [];

    /// <summary>
    /// From now on every <c>display</c>, <c>.Display()</c> and <c>Update</c> goes to <see cref="FrontEnd.Current"/>; outside cells, to the console.
    /// </summary>
    /// <returns>Ends it.</returns>
    public static IDisposable Start()
    {
        RegisterFormatters();
        return Formatter.SubscribeToDisplayedValues(Show);
    }

    // Forms that the formatting library does not know by itself: pictures as bytes, and texts that are of a type already.
    private static void RegisterFormatters()
    {
        foreach (var picture in Pictures)
            Formatter.Register<byte[]>(Convert.ToBase64String, picture);
        foreach (var text in Texts)
            Formatter.Register<string>(value => value, text);
        Formatter.Register<ScriptContent>(script => $"<script type=\"text/javascript\">{script.ScriptValue}</script>", HtmlFormatter.MimeType);
    }

    /// <summary>Shows a value such that changing it later changes what is shown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">In which forms; none: those that are preferred for its type.</param>
    internal static DisplayedValue Show(object? value, params string[] mimeTypes)
    {
        var displayed = new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes));
        Show(displayed);
        return displayed;
    }

    private static void Show(DisplayedValue displayed)
    {
        if (FrontEnd.Current is not { } frontEnd)
        {
            Formatter.WriteToConsole(displayed);
            return;
        }

        var bundle = ValueFormatter.Bundle(displayed.Value, displayed.FormattedValues);
        if (displayed.IsUpdated && WasShown.TryGetValue(displayed, out _))
        {
            frontEnd.Update(bundle, displayed.DisplayId);
            return;
        }

        // An update of what was never shown is shown, too: the package's .Display() returns another value than the one that it shows.
        WasShown.AddOrUpdate(displayed, displayed);
        frontEnd.Display(bundle, displayed.DisplayId);
    }
}
