using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;
using StyleParam = Plotly.NET.StyleParam;

namespace EmotionNotebooks.Plots;

/// <summary>The accuracy of several networks, best first: a dot with the whiskers of its 95% Wilson interval for each.</summary>
public sealed class ModelComparisonPlot : Plot
{
    private readonly ModelScore[] _models;
    private readonly string _part;
    private readonly string _source;

    /// <summary>A comparison.</summary>
    /// <param name="models">The networks, at least one, in any order; of equally good ones the first stays first.</param>
    /// <param name="part">The split they were judged on.</param>
    /// <param name="source">Where the judged faces come from.</param>
    /// <exception cref="ArgumentException">There is no network.</exception>
    public ModelComparisonPlot(IReadOnlyList<ModelScore> models, string part, string source)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentException.ThrowIfNullOrWhiteSpace(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (models.Count == 0)
            throw new ArgumentException("no network; expected at least one", nameof(models));
        _models = [.. models.OrderByDescending(model => model.Accuracy.Estimate)];
        (_part, _source) = (part, source);
    }

    /// <inheritdoc/>
    public override string Title => $"Model comparison, {_part}";

    /// <inheritdoc/>
    public override string Summary => $"{Title} of {_source}: "
        + $"{string.Join("; ", _models.Select(model => $"{model.Name} {EvaluationText.Share(model.Accuracy)} ({EvaluationText.Interval(model.Accuracy)}, n = {PlotText.Count(model.Accuracy.Total)})"))}.";

    internal override string Subtitle
    {
        get
        {
            var (least, most) = (_models.Min(it => it.Accuracy.Total), _models.Max(it => it.Accuracy.Total));
            var n = least == most ? PlotText.Count(least) : $"{PlotText.Count(least)}–{PlotText.Count(most)}";
            return $"n = {n} · accuracy with 95% intervals (Wilson) · {_source}";
        }
    }

    internal override int NarrowBelow => 640;

    internal override int HeightFor(PlotOptions options) =>
        Math.Clamp(_models.Length * (options.Narrow ? 52 : 40), 80, 6000) + FigureStyle.TitleHeight(options) + 88;

    private protected override GenericChart Build(FigureStyle style)
    {
        var narrow = style.Options.Narrow;
        var layout = style.Layout(left: narrow ? 24 : 120, right: narrow ? 36 : 204, top: 16, bottom: 64);
        layout.SetValue("showlegend", false);
        layout.SetValue("hovermode", "closest");
        layout.SetValue("xaxis", AccuracyAxis(style));
        layout.SetValue("yaxis", NameAxis(style));
        layout.SetValue("annotations", _models.SelectMany((model, place) => Annotations(style, model, place)).ToArray());
        return style.Compose([Dots(style)], layout);
    }

    private GenericChart Dots(FigureStyle style)
    {
        var chart = Chart.Point<double, int, string>(
            [.. _models.Select(model => model.Accuracy.Estimate)],
            Enumerable.Range(0, _models.Length),
            Name: "Accuracy",
            MultiText: new(_models.Select(Hover).ToArray(), true),
            MarkerColor: Color.fromString(style.Theme.Training),
            MarkerSymbol: StyleParam.MarkerSymbol.Circle,
            Marker: FigureStyle.Marker(10),
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue(
            "error_x",
            FigureStyle.Whiskers(
                _models.Select(model => model.Accuracy.Upper - model.Accuracy.Estimate),
                _models.Select(model => model.Accuracy.Estimate - model.Accuracy.Lower),
                style.Theme.Training,
                thickness: 2,
                width: 6));
        trace.SetValue("hovertemplate", "%{text}<extra></extra>");
        return chart;
    }

    private static string Hover(ModelScore model)
    {
        var text = $"<b>{PlotText.Escape(model.Name)}</b><br>accuracy {EvaluationText.Share(model.Accuracy)}, "
            + $"95% interval {EvaluationText.Interval(model.Accuracy)} (n = {PlotText.Count(model.Accuracy.Total)})";
        if (model.LogLoss is { } loss)
            text += $"<br>log loss {PlotText.Loss(loss)}";
        if (model.Parameters is { } parameters)
            text += $"<br>{PlotText.Count(parameters)} parameters";
        if (model.MultiplyAdds is { } multiplyAdds)
            text += $"<br>{PlotText.Millions(multiplyAdds)} multiply-adds";
        return model.Weights.Length == 0 ? text : $"{text}<br>{PlotText.Escape(PlotText.Shorten(model.Weights, 80))}";
    }

    /// <summary>The value beside the row; in a narrow place name and value above the dot's line.</summary>
    private static IEnumerable<Annotation> Annotations(FigureStyle style, ModelScore model, int place)
    {
        var value = $"<b>{EvaluationText.Share(model.Accuracy)}</b> <span style=\"color: {style.Theme.Muted}\">({EvaluationText.Interval(model.Accuracy)})</span>";
        if (!style.Options.Narrow)
        {
            var beside = FigureStyle.Text(value, "paper", 1, "left", "y", place, "middle", 12, style.Theme.Text);
            beside.SetValue("xshift", 10);
            yield return beside;
            yield break;
        }

        foreach (var (text, x, anchor) in new[] { (PlotText.Escape(PlotText.Shorten(model.Name, 20)), 0, "left"), (value, 1, "right") })
        {
            var above = FigureStyle.Text(text, "paper", x, anchor, "y", place, "bottom", 11, style.Theme.Text);
            above.SetValue("yshift", 6);
            yield return above;
        }
    }

    private LinearAxis AccuracyAxis(FigureStyle style)
    {
        var (low, high) = (_models.Min(model => model.Accuracy.Lower), _models.Max(model => model.Accuracy.Upper));
        var room = Math.Max(0.01, 0.06 * (high - low));
        var axis = style.LinedAxis(0, 1, "y", "Accuracy");
        axis.SetValue("range", new[] { Math.Max(-0.01, low - room), Math.Min(1.01, high + room) });
        axis.SetValue("tickformat", high - low < 0.06 ? ".1%" : ".0%");
        axis.SetValue("nticks", style.Options.Narrow ? 6 : 10);
        return axis;
    }

    private LinearAxis NameAxis(FigureStyle style)
    {
        var axis = style.Axis(0, 1, "x", null);
        // In a narrow place room for the text above the first row.
        axis.SetValue("range", new[] { _models.Length - 0.5, style.Options.Narrow ? -0.75 : -0.5 });
        axis.SetValue("fixedrange", true);
        axis.SetValue("tickvals", Enumerable.Range(0, _models.Length).ToArray());
        axis.SetValue("ticktext", _models.Select(model => PlotText.Escape(PlotText.Shorten(model.Name, 24))).ToArray());
        axis.SetValue("showticklabels", !style.Options.Narrow);
        return axis;
    }
}
