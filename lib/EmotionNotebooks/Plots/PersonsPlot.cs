using EmotionNotebooks.Live;
using Plotly.NET.LayoutObjects;
using Layout = Plotly.NET.Layout;

namespace EmotionNotebooks.Plots;

/// <summary>A plot of a timeline with a row for each person.</summary>
public abstract class PersonsPlot : Plot
{
    private protected PersonsPlot(Timeline timeline, string source)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        (Timeline, Source) = (timeline, source);
    }

    private protected Timeline Timeline { get; }

    private protected string Source { get; }

    internal override int HeightFor(PlotOptions options) =>
        Math.Clamp(Timeline.Persons.Count * 40, 60, 6000) + FigureStyle.TitleHeight(options) + (options.Narrow ? 150 : 116);

    /// <summary>A layout whose rows are the persons, the first at the top.</summary>
    private protected Layout Rows(FigureStyle style, string barMode)
    {
        var layout = style.Layout(left: 72, right: 36, top: 12, bottom: style.Options.Narrow ? 126 : 92);
        layout.SetValue("barmode", barMode);
        layout.SetValue("bargap", 0.3);
        layout.SetValue("yaxis", PersonAxis(style));
        return layout;
    }

    private LinearAxis PersonAxis(FigureStyle style)
    {
        var axis = style.Axis(0, 1, "x", null);
        axis.SetValue("range", new[] { Timeline.Persons.Count - 0.5, -0.5 });
        axis.SetValue("fixedrange", true);
        axis.SetValue("showgrid", false);
        axis.SetValue("tickmode", "array");
        axis.SetValue("tickvals", Enumerable.Range(0, Timeline.Persons.Count).ToArray());
        axis.SetValue("ticktext", Timeline.Persons.Select(person => $"person {person}").ToArray());
        return axis;
    }
}
