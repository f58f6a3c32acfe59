using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Kernel.Display;

/// <summary>Carries what notebook code shows to the front end of its cell.</summary>
public static class NotebookDisplay
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];
    private static readonly string[] Texts = ["text/markdown", LaTeX, "image/svg+xml", "text/vnd.mermaid", "application/javascript"];

    private const string LaTeX = "text/latex";

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

    private static void Show(DisplayedValue displayed)
    {
        if (FrontEnd.Current is not { } frontEnd)
        {
            Formatter.WriteToConsole(displayed);
            return;
        }

        var bundle = ValueFormatter.Bundle(displayed.Value, displayed.FormattedValues);
        if (displayed.IsUpdated)
            frontEnd.Update(bundle, displayed.DisplayId);
        else
            frontEnd.Display(bundle, displayed.DisplayId);
    }
}
