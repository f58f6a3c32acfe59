using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Charts;

/// <summary>plotly.js for the page that a notebook is; every chart in it uses this one. It fetches nothing.</summary>
public sealed class PlotlyScript
{
    private readonly Lock _gate = new();
    private bool _isShown;
    private string? _carrier;

    private PlotlyScript()
    {
    }

    internal static PlotlyScript Instance { get; } = new();

    // Module loaders of some front ends (classic Notebook, nbconvert) would take the library in and keep it from the window.
    private static string Script =>
        $"<script>if (!window.Plotly) {{ (function (define, module, exports) {{ {PlotlySource.Read()}\n}}).call(window); }}</script>";

    /// <summary>What the set-up cell shows.</summary>
    internal string Html()
    {
        if (NotebookViews.StaticCharts)
            return Markup.View(Markup.Paragraph(Plain(), quiet: true));
        lock (_gate)
            _isShown = true;
        return Markup.View(Markup.Paragraph(Plain(), quiet: true)) + Script;
    }

    internal static string Plain() => NotebookViews.StaticCharts ? "Charts are pictures here." : "Charts are interactive: plotly.js is in this output.";

    /// <summary>
    /// The library, where no output has it yet: the first chart of a notebook whose set-up cell does not show it. The same chart shown again,
    /// as when its cell runs again, carries it again.
    /// </summary>
    /// <param name="chart">The chart's name.</param>
    internal string For(string chart)
    {
        lock (_gate)
        {
            if (_isShown || (_carrier is not null && _carrier != chart))
                return "";
            _carrier = chart;
        }

        return Script;
    }

    /// <summary>Forgets what was shown, as a new notebook does.</summary>
    internal void Forget()
    {
        lock (_gate)
            (_isShown, _carrier) = (false, null);
    }
}
