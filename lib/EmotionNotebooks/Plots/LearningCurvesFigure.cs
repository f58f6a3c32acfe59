using System.Globalization;
using EmotionNotebooks.Training;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;
using Layout = Plotly.NET.Layout;
using StyleParam = Plotly.NET.StyleParam;

namespace EmotionNotebooks.Plots;

/// <summary>
/// Builds the chart of <see cref="LearningCurves"/>. Attributes for which Plotly.NET has no short C# form are set by their
/// plotly.js name.
/// </summary>
internal sealed class LearningCurvesFigure(TrainingHistory history, RunDescription run, FigureStyle style)
{
    private readonly PlotTheme _theme = style.Theme;
    private readonly IReadOnlyList<EpochRecord> _epochs = history.Epochs;
    private readonly EpochRecord _best = history.Best!;
    private readonly int[] _numbers = [.. history.Epochs.Select(e => e.Epoch)];

    public GenericChart Draw()
    {
        var accuracy = AccuracyPanel().ToArray();
        var loss = LossPanel().ToArray();
        foreach (var trace in loss.SelectMany(chart => chart.GetTraces()))
        {
            trace.SetValue("xaxis", "x2");
            trace.SetValue("yaxis", "y2");
            trace.SetValue("showlegend", false);
        }

        return style.Compose([.. accuracy, .. loss], Layout());
    }

    private IEnumerable<GenericChart> AccuracyPanel()
    {
        yield return Band();
        yield return Series("Training", "training", e => e.TrainAccuracy, e => PlotText.Percent(e.TrainAccuracy));
        yield return Series(ValidationName(), "validation", e => e.ValidationAccuracy, ValidationHover);
        yield return Best(_best.ValidationAccuracy);
    }

    private IEnumerable<GenericChart> LossPanel()
    {
        yield return Series(
            "Training",
            "training",
            e => e.TrainLoss,
            e => $"{PlotText.Loss(e.TrainLoss)}, learning rate {PlotText.Short(e.LearningRate)}");
        yield return Series(ValidationName(), "validation", e => e.ValidationLoss, e => PlotText.Loss(e.ValidationLoss));
        yield return Best(_best.ValidationLoss);
    }

    private string ValidationName() =>
        run.ValidationSplit.Equals("validation", StringComparison.OrdinalIgnoreCase)
            ? "Validation"
            : $"Validation ({PlotText.Escape(PlotText.Shorten(run.ValidationSplit, 40))})";

    private string ValidationHover(EpochRecord epoch) =>
        $"{PlotText.Percent(epoch.ValidationAccuracy)}, 95% interval {ValidationInterval.Of(epoch)} (n = {PlotText.Count(epoch.ValidationCount)})";

    private GenericChart Series(string name, string group, Func<EpochRecord, double> value, Func<EpochRecord, string> hover)
    {
        var training = group == "training";
        var color = Color.fromString(training ? _theme.Training : _theme.Validation);
        var chart = Chart.Line<int, double, string>(
            _numbers,
            [.. _epochs.Select(value)],
            // With many epochs the markers would hide the line; with few, a dashed line needs them.
            ShowMarkers: _epochs.Count <= 40,
            Name: name,
            MultiText: new(_epochs.Select(hover).ToArray(), true),
            MarkerColor: color,
            MarkerSymbol: training ? StyleParam.MarkerSymbol.Square : StyleParam.MarkerSymbol.Circle,
            Marker: FigureStyle.Marker(_epochs.Count == 1 ? 10 : 6),
            LineColor: color,
            LineWidth: training ? 2.0 : 2.5,
            LineDash: training ? StyleParam.DrawingStyle.Dot : StyleParam.DrawingStyle.Solid,
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("legendgroup", group);
        trace.SetValue("legendrank", training ? 1 : 2);
        trace.SetValue("hovertemplate", "%{text}");
        return chart;
    }

    /// <summary>The interval as one closed outline; a single epoch has no width, so it gets a broad vertical line.</summary>
    private GenericChart Band()
    {
        var intervals = _epochs.Select(ValidationInterval.Of).ToArray();
        var single = _epochs.Count == 1;
        int[] x = single ? [_numbers[0], _numbers[0]] : [.. _numbers, .. Enumerable.Reverse(_numbers)];
        double[] y = [.. intervals.Select(i => i.High), .. Enumerable.Reverse(intervals).Select(i => i.Low)];
        var chart = Chart.Line<int, double, string>(
            x,
            y,
            Name: $"95% interval (Wilson, n = {ValidationCounts()})",
            LineColor: Color.fromString(single ? _theme.Band : FigureStyle.Transparent),
            LineWidth: single ? 14.0 : 0.0,
            Fill: single ? StyleParam.Fill.None : StyleParam.Fill.ToSelf,
            FillColor: Color.fromString(_theme.Band),
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("hoverinfo", "skip");
        trace.SetValue("legendgroup", "interval");
        trace.SetValue("legendrank", 3);
        return chart;
    }

    private string ValidationCounts()
    {
        var low = _epochs.Min(e => e.ValidationCount);
        var high = _epochs.Max(e => e.ValidationCount);
        return low == high ? PlotText.Count(low) : $"{PlotText.Count(low)}–{PlotText.Count(high)}";
    }

    /// <summary>A ring, which leaves the point of the series inside it visible.</summary>
    private GenericChart Best(double value)
    {
        var chart = Chart.Point<int, double, string>(
            new[] { _best.Epoch },
            new[] { value },
            Name: "Best epoch",
            MarkerColor: Color.fromString(FigureStyle.Transparent),
            MarkerOutline: FigureStyle.Stroke(_theme.Text, 2.0),
            MarkerSymbol: StyleParam.MarkerSymbol.Circle,
            Marker: FigureStyle.Marker(16),
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("hoverinfo", "skip");
        trace.SetValue("legendgroup", "best");
        trace.SetValue("legendrank", 4);
        return chart;
    }

    private Layout Layout()
    {
        var (first, second) = style.Options.Narrow
            ? (new Panel(0, 1, 0.57, 1), new Panel(0, 1, 0, 0.43))
            : (new Panel(0, 0.465, 0, 1), new Panel(0.555, 1, 0, 1));
        var layout = style.Layout(left: 60, right: 36, top: 56, bottom: 92);
        layout.SetValue("hovermode", "x unified");
        layout.SetValue("legend", FigureStyle.LegendBelow());
        layout.SetValue("xaxis", EpochAxis(first, "y"));
        layout.SetValue("yaxis", AccuracyAxis(first));
        layout.SetValue("xaxis2", EpochAxis(second, "y2"));
        layout.SetValue("yaxis2", LossAxis(second));
        layout.SetValue("shapes", new[] { BestLine("x", "y domain"), BestLine("x2", "y2 domain") });
        layout.SetValue("annotations", Annotations(first, second).ToArray());
        return layout;
    }

    private LinearAxis EpochAxis(Panel panel, string anchor)
    {
        var axis = style.LinedAxis(panel.Left, panel.Right, anchor, "Epoch");
        axis.SetValue("range", new[] { _numbers[0] - 0.5, _numbers[^1] + 0.5 });
        axis.SetValue("tickformat", "d");
        axis.SetValue("showgrid", false);
        // Left to itself plotly.js puts ticks at half epochs when there are few.
        if (_numbers[^1] - _numbers[0] < 10)
            axis.SetValue("dtick", 1);
        else
            axis.SetValue("nticks", 12);
        return axis;
    }

    private LinearAxis AccuracyAxis(Panel panel)
    {
        var intervals = _epochs.Select(ValidationInterval.Of).ToArray();
        var low = Math.Min(_epochs.Min(e => e.TrainAccuracy), intervals.Min(i => i.Low));
        var high = Math.Max(_epochs.Max(e => e.TrainAccuracy), intervals.Max(i => i.High));
        var room = Math.Max(0.02, 0.06 * (high - low));
        var (bottom, top) = (Math.Max(-0.01, low - room), Math.Min(1.01, high + room));

        var axis = style.Axis(panel.Bottom, panel.Top, "x", null);
        axis.SetValue("range", new[] { bottom, top });
        axis.SetValue("tickformat", top - bottom < 0.08 ? ".1%" : ".0%");
        return axis;
    }

    private LinearAxis LossAxis(Panel panel)
    {
        var finite = _epochs.SelectMany(e => new[] { e.TrainLoss, e.ValidationLoss }).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var room = Math.Max(0.01, 0.06 * (finite.Max() - finite.Min()));

        var axis = style.Axis(panel.Bottom, panel.Top, "x2", null);
        axis.SetValue("range", new[] { Math.Max(finite.Min() - room, -room / 2), finite.Max() + room });
        return axis;
    }

    private Shape BestLine(string x, string y) =>
        FigureStyle.LineBehind(x, y, _best.Epoch, 0, _best.Epoch, 1, FigureStyle.Stroke(_theme.Muted, 1.0, "dash"));

    private IEnumerable<Annotation> Annotations(Panel first, Panel second)
    {
        yield return style.Heading("Accuracy", first);
        yield return style.Heading("Loss (cross-entropy)", second);
        yield return FigureStyle.Note(
            string.Create(
                CultureInfo.InvariantCulture,
                $"best: {(style.Options.Narrow ? "" : $"epoch {_best.Epoch}, ")}{PlotText.Percent(_best.ValidationAccuracy)} ({ValidationInterval.Of(_best)})"),
            first,
            _theme.Muted);
        if (_epochs.FirstOrDefault(e => !double.IsFinite(e.TrainLoss) || !double.IsFinite(e.ValidationLoss)) is { } diverged)
            yield return FigureStyle.Note($"loss is not finite from epoch {diverged.Epoch}", second, _theme.Validation);
    }
}
