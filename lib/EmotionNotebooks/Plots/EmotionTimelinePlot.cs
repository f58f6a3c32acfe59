using EmotionNotebooks.Live;
using Plotly.NET.CSharp;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>Which emotion each person showed when: a row for each person, a coloured stretch for each stretch of time.</summary>
public sealed class EmotionTimelinePlot : PersonsPlot
{
    /// <summary>A timeline.</summary>
    /// <param name="timeline">What was seen; at least one frame.</param>
    /// <param name="source">Where the frames come from.</param>
    /// <exception cref="ArgumentException">There is no frame.</exception>
    public EmotionTimelinePlot(Timeline timeline, string source)
        : base(timeline, source)
    {
        if (timeline.Frames == 0)
            throw new ArgumentException("the timeline has no frame; expected at least one", nameof(timeline));
    }

    /// <inheritdoc/>
    public override string Title => "Emotions over time";

    /// <inheritdoc/>
    public override string Summary => $"{Title}, {Source}: "
        + (Timeline.Persons.Count == 0 ? "no face was seen." : $"{string.Join("; ", Timeline.Persons.Select(Sentence))}.");

    internal override string Subtitle =>
        $"{PlotText.Count(Timeline.Frames)} frames, {Timeline.End:0.0} s · persons: {PlotText.Count(Timeline.Persons.Count)} · {Source}";

    private protected override GenericChart Build(FigureStyle style)
    {
        var layout = Rows(style, "overlay");
        layout.SetValue("legend", FigureStyle.LegendBelow());
        var seconds = style.LinedAxis(0, 1, "y", "Seconds");
        seconds.SetValue("range", new[] { 0, Timeline.End });
        layout.SetValue("xaxis", seconds);
        var shown = Enumerable.Range(0, Timeline.ClassNames.Count).Where(c => Timeline.Spans.Any(span => span.Label == Timeline.ClassNames[c]));
        return style.Compose([.. shown.Select(Stretches)], layout);
    }

    private GenericChart Stretches(int index)
    {
        var name = Timeline.ClassNames[index];
        var spans = Timeline.Spans.Where(span => span.Label == name).ToArray();
        var rows = Timeline.Persons.Select((person, row) => (person, row)).ToDictionary(it => it.person, it => it.row);
        var chart = Chart.Bar<double, int, string>(
            [.. spans.Select(span => span.Duration)],
            Keys: new(spans.Select(span => rows[span.Person]).ToArray(), true),
            Name: PlotText.Escape(name),
            MultiText: new(spans.Select(Hover).ToArray(), true),
            MarkerColor: Color.fromString(EmotionColours.Of(index)),
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("base", spans.Select(span => span.From).ToArray());
        trace.SetValue("textposition", "none");
        trace.SetValue("hovertemplate", "%{text}<extra></extra>");
        return chart;
    }

    private static string Hover(TimelineSpan span) =>
        $"<b>{PlotText.Escape(span.Label)}</b>, person {span.Person}<br>{span.From:0.0}–{span.To:0.0} s";

    private string Sentence(int person)
    {
        var main = Timeline.ClassNames.MaxBy(name => Timeline.Seconds(person, name))!;
        return $"person {person} {Timeline.Seconds(person):0.0} s, mostly {main} ({PlotText.Percent(Timeline.Seconds(person, main) / Timeline.Seconds(person))})";
    }
}
