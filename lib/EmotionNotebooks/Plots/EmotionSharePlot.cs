using EmotionNotebooks.Live;
using Plotly.NET.CSharp;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>Which share of the time in sight each person showed each emotion: a bar for each person, as many parts as emotions.</summary>
public sealed class EmotionSharePlot : Plot
{
    private readonly Timeline _timeline;
    private readonly string _source;

    /// <summary>The shares of a timeline.</summary>
    /// <param name="timeline">What was seen; at least one person.</param>
    /// <param name="source">Where the frames come from.</param>
    /// <exception cref="ArgumentException">There is no person.</exception>
    public EmotionSharePlot(Timeline timeline, string source)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (timeline.Persons.Count == 0)
            throw new ArgumentException("the timeline has no person; expected at least one", nameof(timeline));
        (_timeline, _source) = (timeline, source);
    }

    /// <inheritdoc/>
    public override string Title => "Share of the time in sight";

    /// <inheritdoc/>
    public override string Summary => $"{Title}, {_source}: {string.Join("; ", _timeline.Persons.Select(Sentence))}.";

    internal override string Subtitle => _source;

    internal override int HeightFor(PlotOptions options) =>
        Math.Clamp(_timeline.Persons.Count * 40, 60, 6000) + FigureStyle.TitleHeight(options) + (options.Narrow ? 150 : 116);

    private protected override GenericChart Build(FigureStyle style)
    {
        var layout = style.Layout(left: 72, right: 36, top: 12, bottom: style.Options.Narrow ? 126 : 92);
        layout.SetValue("barmode", "stack");
        layout.SetValue("bargap", 0.3);
        var legend = FigureStyle.LegendBelow();
        legend.SetValue("traceorder", "normal");
        layout.SetValue("legend", legend);
        var shares = style.LinedAxis(0, 1, "y", "Share of the time");
        shares.SetValue("range", new[] { 0.0, 1 });
        shares.SetValue("tickformat", ".0%");
        layout.SetValue("xaxis", shares);
        layout.SetValue("yaxis", EmotionTimelinePlot.PersonAxis(style, _timeline.Persons));
        var shown = Enumerable.Range(0, _timeline.ClassNames.Count)
            .Where(c => _timeline.Persons.Any(person => _timeline.Seconds(person, _timeline.ClassNames[c]) > 0));
        return style.Compose([.. shown.Select(Parts)], layout);
    }

    private GenericChart Parts(int index)
    {
        var name = _timeline.ClassNames[index];
        var shares = _timeline.Persons.Select(person => Share(person, name)).ToArray();
        var chart = Chart.Bar<double, int, string>(
            shares,
            Keys: new(Enumerable.Range(0, shares.Length).ToArray(), true),
            Name: PlotText.Escape(name),
            MultiText: new(shares.Select(share => share >= 0.05 ? PlotText.Percent(share) : "").ToArray(), true),
            MarkerColor: Color.fromString(EmotionColours.Of(index)),
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("textposition", "inside");
        trace.SetValue("insidetextanchor", "middle");
        trace.SetValue("textangle", 0);
        trace.SetValue("hovertemplate", $"<b>{PlotText.Escape(name)}</b> %{{x:.1%}}<extra></extra>");
        return chart;
    }

    private double Share(int person, string name) => _timeline.Seconds(person, name) / _timeline.Seconds(person);

    private string Sentence(int person) => $"person {person}: "
        + string.Join(", ", _timeline.ClassNames.Where(name => Share(person, name) > 0).Select(name => $"{name} {PlotText.Percent(Share(person, name))}"));
}
