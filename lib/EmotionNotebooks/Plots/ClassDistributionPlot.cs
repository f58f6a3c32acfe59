using EmotionNotebooks.Data;
using EmotionNotebooks.Data.Audit;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>How many faces of each class each split has: a group of bars for each class, each bar with its count and its share of the split.</summary>
public sealed class ClassDistributionPlot : Plot
{
    private readonly IReadOnlyList<string> _classes;
    private readonly (Split Split, int[] Counts)[] _splits;
    private readonly string _source;

    /// <summary>The distribution of one set.</summary>
    /// <param name="faces">The faces; every split that it has is shown.</param>
    public ClassDistributionPlot(FaceSet faces)
        : this([faces])
    {
    }

    /// <summary>The distribution of several sets with the same classes, such as training faces and a final exam; splits that occur in more than one
    /// are counted together.</summary>
    /// <param name="sets">The sets, at least one.</param>
    /// <exception cref="ArgumentException">No set, or their classes differ.</exception>
    public ClassDistributionPlot(IReadOnlyList<FaceSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0)
            throw new ArgumentException("no set of faces; expected at least one", nameof(sets));
        if (sets.FirstOrDefault(set => !set.ClassNames.SequenceEqual(sets[0].ClassNames)) is { } other)
        {
            throw new ArgumentException(
                $"{other.Source} has the classes {string.Join(", ", other.ClassNames)}; expected those of {sets[0].Source}: {string.Join(", ", sets[0].ClassNames)}",
                nameof(sets));
        }

        _classes = sets[0].ClassNames;
        _source = string.Join(" + ", sets.Select(set => set.Source).Distinct());
        _splits =
        [
            .. sets.SelectMany(SplitCounts.Of).GroupBy(it => it.Split, it => it.Counts).OrderBy(it => it.Key)
                .Select(it => (it.Key, it.Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]))),
        ];
    }

    /// <inheritdoc/>
    public override string Title => "Class distribution";

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            var splits = _splits.Select(it =>
                $"{it.Split} (n = {PlotText.Count(it.Counts.Sum())}): {string.Join(", ", _classes.Zip(it.Counts, (name, count) => $"{name} {PlotText.Count(count)}"))}");
            return $"Class distribution of {_source}. {string.Join("; ", splits)}.";
        }
    }

    internal override string Subtitle => $"{string.Join(" · ", _splits.Select(it => $"{it.Split} n = {PlotText.Count(it.Counts.Sum())}"))} · {_source}";

    internal override int PictureWidth => 860;

    internal override int HeightFor(PlotOptions options) =>
        Math.Clamp(_classes.Count * ((_splits.Length * 20) + 14), 160, 3000) + FigureStyle.TitleHeight(options) + 104;

    private protected override GenericChart Build(FigureStyle style)
    {
        var layout = style.Layout(left: style.Options.Narrow ? 64 : 100, right: 36, top: 12, bottom: 92);
        layout.SetValue("barmode", "group");
        layout.SetValue("bargap", 0.22);
        layout.SetValue("legend", FigureStyle.LegendBelow());
        layout.SetValue("xaxis", CountAxis(style));
        layout.SetValue("yaxis", ClassAxis(style));
        return style.Compose([.. _splits.Select(it => Bars(it.Split, it.Counts, style))], layout);
    }

    private GenericChart Bars(Split split, int[] counts, FigureStyle style)
    {
        var n = counts.Sum();
        var color = split switch
        {
            Split.Training => style.Theme.Training,
            Split.PublicTest => style.Theme.Validation,
            _ => style.Theme.Test,
        };
        var chart = Chart.Bar<int, int, string>(
            counts,
            Keys: new(Enumerable.Range(0, counts.Length).ToArray(), true),
            Name: $"{split} (n = {PlotText.Count(n)})",
            MultiText: new(counts.Select(count => $"{PlotText.Count(count)} · {PlotText.Percent(count / (double)n)}").ToArray(), true),
            MarkerColor: Color.fromString(color),
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("textposition", "outside");
        trace.SetValue("textfont", FigureStyle.TextFont(11, style.Theme.Text));
        trace.SetValue("cliponaxis", false);
        trace.SetValue("customdata", _classes.Select(name => PlotText.Escape(name)).ToArray());
        trace.SetValue("hovertemplate", $"<b>%{{customdata}}</b>, {split}: %{{text}}<extra></extra>");
        return chart;
    }

    private LinearAxis CountAxis(FigureStyle style)
    {
        var axis = style.LinedAxis(0, 1, "y", "Faces");
        // The longest bar leaves room for its text.
        axis.SetValue("range", new[] { 0, (style.Options.Narrow ? 1.6 : 1.2) * _splits.Max(it => it.Counts.Max()) });
        axis.SetValue("tickformat", ",d");
        axis.SetValue("nticks", style.Options.Narrow ? 5 : 9);
        return axis;
    }

    private LinearAxis ClassAxis(FigureStyle style)
    {
        var axis = style.Axis(0, 1, "x", null);
        axis.SetValue("range", new[] { _classes.Count - 0.5, -0.5 });
        axis.SetValue("fixedrange", true);
        axis.SetValue("showgrid", false);
        axis.SetValue("tickvals", Enumerable.Range(0, _classes.Count).ToArray());
        axis.SetValue("ticktext", _classes.Select(name => PlotText.Escape(PlotText.Shorten(name, style.Options.Narrow ? 10 : 16))).ToArray());
        return axis;
    }
}
