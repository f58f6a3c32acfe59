using EmotionNotebooks.Metrics;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Color = Plotly.NET.Color;
using GenericChart = Plotly.NET.GenericChart;
using StyleParam = Plotly.NET.StyleParam;

namespace EmotionNotebooks.Plots;

/// <summary>
/// The reliability diagram: accuracy over confidence, a point with its 95% Wilson interval for each bin that has faces, beside the diagonal on
/// which both agree; below it how many faces have which confidence. With the expected calibration error and its interval.
/// </summary>
/// <param name="evaluation">What was judged.</param>
public sealed class ReliabilityPlot(Evaluation evaluation) : Plot
{
    private readonly Evaluation _evaluation = evaluation ?? throw new ArgumentNullException(nameof(evaluation));

    /// <inheritdoc/>
    public override string Title => $"Reliability, {_evaluation.Part}";

    /// <inheritdoc/>
    public override string Summary =>
        $"{Title}: {EvaluationText.Short(_evaluation)}; mean confidence {PlotText.Percent(MeanConfidence, 2)}; expected calibration error {Error}.";

    internal override string Subtitle => EvaluationText.Short(_evaluation);

    internal override int PictureWidth => 760;

    private double MeanConfidence => _evaluation.Calibration.Bins.Sum(bin => bin.Count * (bin.Confidence ?? 0)) / _evaluation.Count;

    private string Error
    {
        get
        {
            var error = _evaluation.CalibrationError;
            return $"{EvaluationText.Value(error, isShare: true)} (95% interval {EvaluationText.Interval(error, isShare: true)})";
        }
    }

    internal override int HeightFor(PlotOptions options) => FigureStyle.TitleHeight(options) + 560;

    private protected override GenericChart Build(FigureStyle style)
    {
        var (upper, lower) = (new Panel(0, 1, 0.37, 1), new Panel(0, 1, 0, 0.24));
        var layout = style.Layout(left: 60, right: 36, top: 40, bottom: 92);
        layout.SetValue("legend", FigureStyle.LegendBelow());
        layout.SetValue("xaxis", ConfidenceAxis(style));
        layout.SetValue("yaxis", AccuracyAxis(style, upper));
        layout.SetValue("yaxis2", CountAxis(style, lower));
        var error = _evaluation.CalibrationError;
        var confidence = $"mean confidence {PlotText.Percent(MeanConfidence)}";
        Annotation[] annotations =
        [
            style.Heading("Accuracy", upper),
            FigureStyle.Note(
                style.Options.Narrow
                    ? $"ECE {EvaluationText.Value(error, isShare: true)} ({EvaluationText.Interval(error, isShare: true)})"
                    : $"ECE {Error}",
                upper,
                style.Theme.Muted),
            style.Heading("Faces", lower),
            FigureStyle.Note(
                style.Options.Narrow ? confidence : $"{confidence}, accuracy {PlotText.Percent(_evaluation.Accuracy.Estimate)}",
                lower,
                style.Theme.Muted),
        ];
        layout.SetValue("annotations", annotations);
        return style.Compose([Diagonal(style), Accuracy(style), Faces(style)], layout);
    }

    private static GenericChart Diagonal(FigureStyle style)
    {
        var chart = Chart.Line<int, int, string>(
            [0, 1],
            [0, 1],
            Name: "Confidence = accuracy",
            LineColor: Color.fromString(style.Theme.Muted),
            LineWidth: 1.5,
            LineDash: StyleParam.DrawingStyle.Dash,
            UseDefaults: false);
        chart.GetTraces()[0].SetValue("hoverinfo", "skip");
        return chart;
    }

    private GenericChart Accuracy(FigureStyle style)
    {
        var bins = _evaluation.Calibration.Bins.Where(bin => bin.Count > 0).ToArray();
        var color = style.Theme.Training;
        var chart = Chart.Line<double, double, string>(
            [.. bins.Select(bin => bin.Confidence!.Value)],
            [.. bins.Select(bin => bin.Accuracy!.Estimate)],
            ShowMarkers: true,
            Name: "Accuracy in a bin, 95% interval (Wilson)",
            MultiText: new(bins.Select(Hover).ToArray(), true),
            MarkerColor: Color.fromString(color),
            MarkerSymbol: StyleParam.MarkerSymbol.Circle,
            Marker: FigureStyle.Marker(8),
            LineColor: Color.fromString(color),
            LineWidth: 2.0,
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue(
            "error_y",
            FigureStyle.Whiskers(
                bins.Select(bin => bin.Accuracy!.Upper - bin.Accuracy.Estimate),
                bins.Select(bin => bin.Accuracy!.Estimate - bin.Accuracy.Lower),
                color));
        trace.SetValue("hovertemplate", "%{text}<extra></extra>");
        trace.SetValue("cliponaxis", false);
        return chart;
    }

    private GenericChart Faces(FigureStyle style)
    {
        var bins = _evaluation.Calibration.Bins;
        var chart = Chart.Column<double, double, string>(
            bins.Select(bin => (double)bin.Count),
            Keys: new(bins.Select(bin => (bin.Low + bin.High) / 2), true),
            Name: "Faces",
            MultiText: new(bins.Select(Hover).ToArray(), true),
            MarkerColor: Color.fromString(style.Theme.Training),
            UseDefaults: false,
            Width: 0.9 / bins.Count);
        var trace = chart.GetTraces()[0];
        trace.SetValue("yaxis", "y2");
        trace.SetValue("showlegend", false);
        trace.SetValue("textposition", "none");
        trace.SetValue("hovertemplate", "%{text}<extra></extra>");
        return chart;
    }

    private static string Hover(ReliabilityBin bin)
    {
        var text = $"confidence {PlotText.PercentRange(bin.Low, bin.High)}: {PlotText.Count(bin.Count)} faces";
        return bin.Accuracy is null
            ? text
            : $"{text}<br>mean confidence {PlotText.Percent(bin.Confidence!.Value)}"
                + $"<br>accuracy {PlotText.Percent(bin.Accuracy.Estimate)}, 95% interval {PlotText.PercentRange(bin.Accuracy.Lower, bin.Accuracy.Upper)}";
    }

    private static LinearAxis ConfidenceAxis(FigureStyle style)
    {
        var axis = style.LinedAxis(0, 1, "y2", "Confidence (probability of the predicted class)");
        axis.SetValue("range", new[] { 0, 1.0 });
        axis.SetValue("tickformat", ".0%");
        axis.SetValue("dtick", 0.2);
        return axis;
    }

    private static LinearAxis AccuracyAxis(FigureStyle style, Panel panel)
    {
        var axis = style.Axis(panel.Bottom, panel.Top, "x", null);
        axis.SetValue("range", new[] { 0, 1.02 });
        axis.SetValue("tickformat", ".0%");
        axis.SetValue("dtick", 0.2);
        return axis;
    }

    private LinearAxis CountAxis(FigureStyle style, Panel panel)
    {
        var axis = style.Axis(panel.Bottom, panel.Top, "x", null);
        axis.SetValue("range", new[] { 0, 1.06 * _evaluation.Calibration.Bins.Max(bin => bin.Count) });
        axis.SetValue("tickformat", ",d");
        axis.SetValue("nticks", 4);
        return axis;
    }
}
