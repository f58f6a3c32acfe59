using EmotionNotebooks.Interactive.Charts;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive;

/// <summary>How notebooks show things. One notebook runs in one process, so this holds for the whole of it.</summary>
public static class NotebookViews
{
    /// <summary>The environment variable that asks for pictures from the start: 1 for pictures.</summary>
    public const string StaticChartsVariable = "EMOTION_STATIC_CHARTS";

    /// <summary>
    /// Whether charts are pictures (<c>image/png</c>, drawn by a Chromium browser) and tables are their first rows, without any script: what is
    /// committed, and what a page without scripts shows. False by default, or what <see cref="StaticChartsVariable"/> says.
    /// </summary>
    /// <exception cref="FileNotFoundException">Pictures are asked for, and there is no browser; the message names the command to run.</exception>
    public static bool StaticCharts
    {
        get;
        set
        {
            if (value)
                HeadlessBrowser.Find();
            field = value;
            ChartView.Prefer(value);
        }
    }

    /// <summary>
    /// What charts need in the page, once: plotly.js. The set-up cell shows it, so that every chart finds it, whichever cells are run again or
    /// removed. Where charts are pictures it is a line of text.
    /// </summary>
    public static PlotlyScript PlotlyScript => PlotlyScript.Instance;
}
