using EmotionNotebooks.Live;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>Which emotion each person showed when: a row for each person, a coloured stretch for each stretch of time.</summary>
public sealed class EmotionTimelinePlot : Plot
{
    private readonly Timeline _timeline;
    private readonly string _source;

    /// <summary>A timeline.</summary>
    /// <param name="timeline">What was seen; at least one frame.</param>
    /// <param name="source">Where the frames come from.</param>
    /// <exception cref="ArgumentException">There is no frame.</exception>
    public EmotionTimelinePlot(Timeline timeline, string source)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (timeline.Frames == 0)
            throw new ArgumentException("the timeline has no frame; expected at least one", nameof(timeline));
        (_timeline, _source) = (timeline, source);
    }

    /// <inheritdoc/>
    public override string Title => "Emotions over time";

    /// <inheritdoc/>
    public override string Summary => $"{Title}, {_source}: "
        + (_timeline.Persons.Count == 0 ? "no face was seen." : $"{string.Join("; ", _timeline.Persons.Select(Sentence))}.");

    internal override string Subtitle =>
        $"{PlotText.Count(_timeline.Frames)} frames, {_timeline.End:0.0} s · persons: {PlotText.Count(_timeline.Persons.Count)} · {_source}";

    internal override int HeightFor(PlotOptions options) =>
        Math.Clamp(_timeline.Persons.Count * 40, 60, 6000) + FigureStyle.TitleHeight(options) + (options.Narrow ? 150 : 116);

    private protected override GenericChart Build(FigureStyle style)
    {
        var layout = style.Layout(left: 72, right: 36, top: 12, bottom: style.Options.Narrow ? 126 : 92);
        layout.SetValue("barmode", "overlay");
        layout.SetValue("bargap", 0.3);
        layout.SetValue("legend", FigureStyle.LegendBelow());
        var seconds = style.LinedAxis(0, 1, "y", "Seconds");
        seconds.SetValue("range", new[] { 0, _timeline.End });
        layout.SetValue("xaxis", seconds);
        layout.SetValue("yaxis", PersonAxis(style, _timeline.Persons));
        var shown = Enumerable.Range(0, _timeline.ClassNames.Count).Where(c => _timeline.Spans.Any(span => span.Label == _timeline.ClassNames[c]));
        return style.Compose([.. shown.Select(Stretches)], layout);
    }

    /// <summary>A row for each person, the first at the top.</summary>
    internal static LinearAxis PersonAxis(FigureStyle style, IReadOnlyList<int> persons)
    {
        var axis = style.Axis(0, 1, "x", null);
        axis.SetValue("range", new[] { persons.Count - 0.5, -0.5 });
        axis.SetValue("fixedrange", true);
        axis.SetValue("showgrid", false);
        axis.SetValue("tickmode", "array");
        axis.SetValue("tickvals", Enumerable.Range(0, persons.Count).ToArray());
        axis.SetValue("ticktext", persons.Select(person => $"person {person}").ToArray());
        return axis;
    }

    private GenericChart Stretches(int index)
    {
        var name = _timeline.ClassNames[index];
        var spans = _timeline.Spans.Where(span => span.Label == name).ToArray();
        var rows = _timeline.Persons.Select((person, row) => (person, row)).ToDictionary(it => it.person, it => it.row);
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
        var main = _timeline.ClassNames.MaxBy(name => _timeline.Seconds(person, name))!;
        return $"person {person} {_timeline.Seconds(person):0.0} s, mostly {main} ({PlotText.Percent(_timeline.Seconds(person, main) / _timeline.Seconds(person))})";
    }
}
