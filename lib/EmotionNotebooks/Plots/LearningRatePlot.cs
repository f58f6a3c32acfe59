using EmotionNotebooks.Training;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;
using StyleParam = Plotly.NET.StyleParam;

namespace EmotionNotebooks.Plots;

/// <summary>What a learning-rate finder saw: the loss over the logarithm of the rate, with the rate it suggests. Losses far above the first one,
/// where training diverges, are cut off.</summary>
/// <param name="sweep">The rates and losses.</param>
/// <param name="run">What was trained, and on what.</param>
public sealed class LearningRatePlot(LearningRateSweep sweep, RunDescription run) : Plot
{
    private readonly LearningRateSweep _sweep = sweep ?? throw new ArgumentNullException(nameof(sweep));
    private readonly RunDescription _run = run ?? throw new ArgumentNullException(nameof(run));

    /// <inheritdoc/>
    public override string Title => $"Learning-rate finder: {_run.Title}";

    /// <inheritdoc/>
    public override string Summary => $"{Title}. Loss at {_sweep.Losses.Count} learning rates from {PlotText.Short(_sweep.LearningRates[0])} to "
        + $"{PlotText.Short(_sweep.LearningRates[^1])}; suggested: {PlotText.Short(_sweep.Suggested)}.";

    internal override string Subtitle =>
        $"suggested {PlotText.Short(_sweep.Suggested)} · {PlotText.Count(_sweep.Losses.Count)} steps{(_run.Subtitle.Length == 0 ? "" : $" · {_run.Subtitle}")}";

    internal override int HeightFor(PlotOptions options) => FigureStyle.TitleHeight(options) + 420;

    private protected override GenericChart Build(FigureStyle style)
    {
        var (bottom, top) = LossRange();
        var layout = style.Layout(left: 60, right: 36, top: 40, bottom: 64);
        layout.SetValue("showlegend", false);
        layout.SetValue("xaxis", RateAxis(style));
        var losses = style.Axis(0, 1, "x", null);
        losses.SetValue("range", new[] { bottom, top });
        layout.SetValue("yaxis", losses);
        // Positions on a logarithmic axis are exponents of ten, except for shapes, which take the value itself.
        layout.SetValue(
            "shapes",
            new[] { FigureStyle.LineBehind("x", "y domain", _sweep.Suggested, 0, _sweep.Suggested, 1, FigureStyle.Stroke(style.Theme.Validation, 1.5, "dash")) });
        layout.SetValue("annotations", Annotations(style).ToArray());
        return style.Compose([Losses(style), Suggestion(style)], layout);
    }

    private GenericChart Losses(FigureStyle style)
    {
        var chart = Chart.Line<double, double, string>(
            _sweep.LearningRates,
            _sweep.Losses,
            ShowMarkers: _sweep.Losses.Count <= 60,
            Name: "Loss",
            MultiText: new(_sweep.LearningRates.Zip(_sweep.Losses, Hover).ToArray(), true),
            MarkerColor: Color.fromString(style.Theme.Training),
            Marker: FigureStyle.Marker(5),
            LineColor: Color.fromString(style.Theme.Training),
            LineWidth: 2.0,
            UseDefaults: false);
        chart.GetTraces()[0].SetValue("hovertemplate", "%{text}<extra></extra>");
        return chart;
    }

    private GenericChart Suggestion(FigureStyle style)
    {
        var chart = Chart.Point<double, double, string>(
            [_sweep.Suggested],
            [LossAt(_sweep.Suggested)],
            Name: "Suggested",
            Text: Hover(_sweep.Suggested, LossAt(_sweep.Suggested)),
            MarkerColor: Color.fromString(style.Theme.Validation),
            MarkerOutline: FigureStyle.Stroke(style.Theme.Background, 2),
            MarkerSymbol: StyleParam.MarkerSymbol.Circle,
            Marker: FigureStyle.Marker(12),
            UseDefaults: false);
        chart.GetTraces()[0].SetValue("hovertemplate", "suggested: %{text}<extra></extra>");
        return chart;
    }

    private IEnumerable<Annotation> Annotations(FigureStyle style)
    {
        var panel = new Panel(0, 1, 0, 1);
        yield return style.Heading("Loss", panel);
        var at = Math.Log10(_sweep.Suggested);
        // On the side that has more room.
        var isRight = at > (Math.Log10(_sweep.LearningRates[0]) + Math.Log10(_sweep.LearningRates[^1])) / 2;
        var note = FigureStyle.Text(
            $"<b>{PlotText.Short(_sweep.Suggested)}</b> suggested", "x", at, isRight ? "right" : "left", "paper", 1, "top", 13, style.Theme.Validation);
        note.SetValue("xshift", isRight ? -6 : 6);
        note.SetValue("bgcolor", style.Theme.Background);
        yield return note;
        var diverged = _sweep.Losses.TakeWhile(double.IsFinite).Count();
        if (diverged < _sweep.Losses.Count)
            yield return FigureStyle.Note($"loss is not finite from rate {PlotText.Short(_sweep.LearningRates[diverged])}", panel, style.Theme.Validation);
    }

    private LinearAxis RateAxis(FigureStyle style)
    {
        var axis = style.LinedAxis(0, 1, "y", "Learning rate");
        var (low, high) = (Math.Log10(_sweep.LearningRates[0]), Math.Log10(_sweep.LearningRates[^1]));
        var room = 0.02 * (high - low);
        axis.SetValue("type", "log");
        axis.SetValue("range", new[] { low - room, high + room });
        axis.SetValue("exponentformat", "power");
        // A tick for each power of ten, or every other; where there are fewer than two, plotly.js's choice.
        if (high - low >= 2)
            axis.SetValue("dtick", style.Options.Narrow && high - low > 4 ? 2 : 1);
        return axis;
    }

    /// <summary>From below the lowest loss to a little above the highest one before it.</summary>
    private (double Bottom, double Top) LossRange()
    {
        var losses = _sweep.Losses;
        var finite = losses.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var lowest = finite.Min();
        var before = losses.TakeWhile(loss => loss != lowest).Append(lowest).Where(double.IsFinite).Max();
        // A loss that only grows has nothing before its lowest.
        var highest = before > lowest ? before : finite.Max();
        var room = Math.Max(0.01, 0.2 * (highest - lowest));
        return (lowest - room / 2, highest + room);
    }

    // Between two rates on a straight line over the rate's logarithm; NaN beside a loss that is not finite.
    private double LossAt(double rate)
    {
        var (rates, losses) = (_sweep.LearningRates, _sweep.Losses);
        var next = Enumerable.Range(0, rates.Count).First(i => rates[i] >= rate);
        if (rates[next] == rate)
            return losses[next];
        var share = Math.Log(rate / rates[next - 1]) / Math.Log(rates[next] / rates[next - 1]);
        return losses[next - 1] + share * (losses[next] - losses[next - 1]);
    }

    private static string Hover(double rate, double loss) => $"rate {PlotText.Short(rate)}, loss {PlotText.Loss(loss)}";
}
