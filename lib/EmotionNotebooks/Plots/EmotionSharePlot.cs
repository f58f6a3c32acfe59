using EmotionNotebooks.Live;
using Plotly.NET.CSharp;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>Which share of the time in sight each person showed each emotion: a bar for each person, as many parts as emotions.</summary>
public sealed class EmotionSharePlot : PersonsPlot
{
    /// <summary>The shares of a timeline.</summary>
    /// <param name="timeline">What was seen; at least one person.</param>
    /// <param name="source">Where the frames come from.</param>
    /// <exception cref="ArgumentException">There is no person.</exception>
    public EmotionSharePlot(Timeline timeline, string source)
        : base(timeline, source)
    {
        if (timeline.Persons.Count == 0)
            throw new ArgumentException("the timeline has no person; expected at least one", nameof(timeline));
    }

    /// <inheritdoc/>
    public override string Title => "Share of the time in sight";

    /// <inheritdoc/>
    public override string Summary => $"{Title}, {Source}: {string.Join("; ", Timeline.Persons.Select(Sentence))}.";

    internal override string Subtitle => Source;

    private protected override GenericChart Build(FigureStyle style)
    {
        var layout = Rows(style, "stack");
        var legend = FigureStyle.LegendBelow();
        legend.SetValue("traceorder", "normal");
        layout.SetValue("legend", legend);
        var shares = style.LinedAxis(0, 1, "y", "Share of the time");
        shares.SetValue("range", new[] { 0.0, 1 });
        shares.SetValue("tickformat", ".0%");
        layout.SetValue("xaxis", shares);
        var shown = Enumerable.Range(0, Timeline.ClassNames.Count)
            .Where(c => Timeline.Persons.Any(person => Timeline.Seconds(person, Timeline.ClassNames[c]) > 0));
        return style.Compose([.. shown.Select(Parts)], layout);
    }

    private GenericChart Parts(int index)
    {
        var name = Timeline.ClassNames[index];
        var shares = Timeline.Persons.Select(person => Share(person, name)).ToArray();
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

    private double Share(int person, string name) => Timeline.Seconds(person, name) / Timeline.Seconds(person);

    private string Sentence(int person) => $"person {person}: "
        + string.Join(", ", Timeline.ClassNames.Where(name => Share(person, name) > 0).Select(name => $"{name} {PlotText.Percent(Share(person, name))}"));
}
