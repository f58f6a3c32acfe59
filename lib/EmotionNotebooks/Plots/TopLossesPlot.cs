using EmotionNotebooks.Data;
using EmotionNotebooks.Data.Audit;
using EmotionNotebooks.Metrics;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using GenericChart = Plotly.NET.GenericChart;
using StyleParam = Plotly.NET.StyleParam;

namespace EmotionNotebooks.Plots;

/// <summary>
/// The faces whose label the network thought least probable, largest loss first, as a grid of pictures, each with what was predicted, its label,
/// the probability of both, and the loss.
/// </summary>
public sealed class TopLossesPlot : Plot
{
    /// <summary>How many faces are shown where no number is given.</summary>
    public const int DefaultCount = 18;

    private const int WideColumns = 6;
    private const int NarrowColumns = 3;
    private const int RowHeight = 184;

    // Shares of a row: the picture, then its text.
    private const double PictureShare = 0.60;

    private readonly Evaluation _evaluation;
    private readonly Predictions _predictions;
    private readonly FaceSet _faces;
    private readonly int[] _worst;

    /// <summary>The largest losses of predictions.</summary>
    /// <param name="evaluation">What <see cref="Evaluation.Of"/> says of these predictions.</param>
    /// <param name="predictions">The predictions.</param>
    /// <param name="faces">The faces they are for, in their order.</param>
    /// <param name="count">How many faces to show, 1 to 60; fewer where there are fewer.</param>
    /// <exception cref="ArgumentException">Evaluation, predictions and faces do not fit each other.</exception>
    public TopLossesPlot(Evaluation evaluation, Predictions predictions, FaceSet faces, int count = DefaultCount)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 60);
        if (predictions.Count != faces.Count || evaluation.Sha256 != faces.Sha256)
        {
            throw new ArgumentException(
                $"predictions for {predictions.Count} faces and an evaluation of {evaluation.Count}; expected both for the {faces.Count} of {faces.Source}");
        }

        (_evaluation, _predictions, _faces) = (evaluation, predictions, faces);
        // Equal losses in the order of the faces.
        _worst = [.. Enumerable.Range(0, predictions.Count).OrderByDescending(Loss).Take(count)];
    }

    /// <summary>The faces that are shown, largest loss first.</summary>
    public IReadOnlyList<int> Faces => _worst;

    /// <inheritdoc/>
    public override string Title => $"Top losses, {_evaluation.Part}";

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            var faces = _worst.Select(face => $"{_faces.Origins[face]}: {NameOf(_faces.Labels[face])} taken for {NameOf(_predictions.Predicted(face))}, loss {Text(Loss(face))}");
            return $"{Title}: {Subtitle}. {string.Join("; ", faces)}.";
        }
    }

    internal override string Subtitle
    {
        get
        {
            var loss = _evaluation.LogLoss;
            var network = _evaluation.Network is null ? "" : $" · {_evaluation.Network}";
            return $"the {_worst.Length} largest of n = {PlotText.Count(_evaluation.Count)} · mean loss {EvaluationText.Value(loss, isShare: false)} "
                + $"(95% interval {EvaluationText.Interval(loss, isShare: false)}){network}";
        }
    }

    internal override int PictureWidth => 1080;

    internal override int NarrowBelow => 760;

    internal override int HeightFor(PlotOptions options) => FigureStyle.TitleHeight(options) + 24 + (Rows(options) * RowHeight);

    private protected override GenericChart Build(FigureStyle style)
    {
        var columns = Columns(style.Options);
        var layout = style.Layout(left: 8, right: 8, top: 12, bottom: 12);
        layout.SetValue("showlegend", false);
        layout.SetValue("hovermode", "closest");
        layout.SetValue("dragmode", false);
        layout.SetValue("xaxis", HiddenAxis([0, columns]));
        layout.SetValue("yaxis", HiddenAxis([Rows(style.Options), 0]));
        layout.SetValue("images", _worst.Select((face, place) => Picture(face, place % columns, place / columns)).ToArray());
        layout.SetValue("annotations", _worst.Select((face, place) => Caption(style, face, place % columns, place / columns)).ToArray());
        return style.Compose([Places(columns)], layout);
    }

    private static int Columns(PlotOptions options) => options.Narrow ? NarrowColumns : WideColumns;

    private int Rows(PlotOptions options) => (_worst.Length + Columns(options) - 1) / Columns(options);

    /// <summary>Invisible points over the pictures, for what is shown when the mouse is there.</summary>
    private GenericChart Places(int columns)
    {
        var chart = Chart.Point<double, double, string>(
            [.. _worst.Select((_, place) => place % columns + 0.5)],
            [.. _worst.Select((_, place) => place / columns + PictureShare / 2)],
            Name: "Faces",
            MultiText: new(_worst.Select(Hover).ToArray(), true),
            MarkerColor: Plotly.NET.Color.fromString(FigureStyle.Transparent),
            MarkerSymbol: StyleParam.MarkerSymbol.Square,
            Marker: FigureStyle.Marker(100),
            UseDefaults: false);
        chart.GetTraces()[0].SetValue("hovertemplate", "%{text}<extra></extra>");
        return chart;
    }

    private LayoutImage Picture(int face, int column, int row)
    {
        var image = new LayoutImage();
        image.SetValue("source", $"data:image/png;base64,{Convert.ToBase64String(GreyPng.Encode(_faces.Face(face)))}");
        image.SetValue("xref", "x");
        image.SetValue("yref", "y");
        image.SetValue("x", column + 0.5);
        image.SetValue("y", row);
        image.SetValue("sizex", 0.96);
        image.SetValue("sizey", PictureShare);
        image.SetValue("xanchor", "center");
        image.SetValue("yanchor", "top");
        image.SetValue("sizing", "contain");
        image.SetValue("layer", "below");
        return image;
    }

    private Annotation Caption(FigureStyle style, int face, int column, int row)
    {
        var (label, predicted) = (_faces.Labels[face], _predictions.Predicted(face));
        string Line(string what, int c, string color) =>
            $"<span style=\"color: {style.Theme.Muted}\">{what}</span> <span style=\"color: {color}\"><b>{Escaped(c, 11)}</b> {Probability(face, c, style.Options.Narrow ? 0 : 1)}</span>";
        var text = Line("said", predicted, style.Theme.Validation) + "<br>" + Line("label", label, style.Theme.Training)
            + $"<br><span style=\"color: {style.Theme.Muted}\">loss {Text(Loss(face))}</span>";
        var annotation = FigureStyle.Text(text, "x", column + 0.5, "center", "y", row + PictureShare, "top", style.Options.Narrow ? 11 : 12, style.Theme.Text);
        annotation.SetValue("captureevents", false);
        return annotation;
    }

    private string Hover(int face)
    {
        var (label, predicted) = (_faces.Labels[face], _predictions.Predicted(face));
        return $"{PlotText.Escape(_faces.Origins[face])}<br>predicted <b>{Escaped(predicted, 40)}</b> {Probability(face, predicted)}"
            + $"<br>label <b>{Escaped(label, 40)}</b> {Probability(face, label)}<br>loss {Text(Loss(face))}";
    }

    private static LinearAxis HiddenAxis(double[] range)
    {
        var axis = new LinearAxis();
        axis.SetValue("range", range);
        axis.SetValue("visible", false);
        axis.SetValue("fixedrange", true);
        return axis;
    }

    /// <summary>As in <see cref="Predictions.LogLoss"/>.</summary>
    private double Loss(int face) => -Math.Log(Math.Max(_predictions.Probabilities(face)[_predictions.Label(face)], 1e-12));

    private string Probability(int face, int c, int decimals = 1)
    {
        var probability = _predictions.Probabilities(face)[c];
        var least = Math.Pow(10, -2 - decimals);
        return probability > 0 && probability < least / 2 ? $"&lt; {PlotText.Percent(least, decimals)}" : PlotText.Percent(probability, decimals);
    }

    private static string Text(double loss) => loss.ToString("F2", System.Globalization.CultureInfo.InvariantCulture);

    private string NameOf(int label) => _evaluation.Classes[label].Name;

    private string Escaped(int label, int length) => PlotText.Escape(PlotText.Shorten(NameOf(label), length));
}
