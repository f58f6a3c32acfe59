using EmotionNotebooks.Metrics;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>The confusion matrix as a heat map: a row for each label, a column for each predicted class; each cell with its share of the row, by
/// which it is coloured, and its count. The row of a class without faces is empty.</summary>
/// <param name="evaluation">What was judged.</param>
public sealed class ConfusionMatrixPlot(Evaluation evaluation) : Plot
{
    private readonly Evaluation _evaluation = evaluation ?? throw new ArgumentNullException(nameof(evaluation));

    /// <inheritdoc/>
    public override string Title => $"Confusion matrix, {_evaluation.Part}";

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            var found = _evaluation.Classes.Select((it, c) => _evaluation.Confusion.Recall(c) is { } recall ? $"{it.Name} {PlotText.Percent(recall)}" : $"{it.Name} none");
            return $"{Title}: {EvaluationText.Short(_evaluation)}. Share of each label's faces that was found: {string.Join(", ", found)}.";
        }
    }

    internal override string Subtitle => EvaluationText.Short(_evaluation);

    internal override int PictureWidth => 860;

    private ConfusionMatrix Matrix => _evaluation.Confusion;

    internal override int HeightFor(PlotOptions options) =>
        Math.Clamp(Matrix.ClassCount * (options.Narrow ? 44 : 60), 200, 1400) + FigureStyle.TitleHeight(options) + 100;

    private protected override GenericChart Build(FigureStyle style)
    {
        var classes = Enumerable.Range(0, Matrix.ClassCount).ToArray();
        double[][] shares = [.. classes.Select(label => classes.Select(c => Matrix.Share(label, c) ?? double.NaN).ToArray())];
        var chart = Chart.Heatmap<double, int, int, string>(
            shares,
            X: new(classes, true),
            XGap: 2,
            Y: new(classes, true),
            YGap: 2,
            ShowScale: false,
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("zmin", 0);
        trace.SetValue("zmax", 1);
        trace.SetValue("colorscale", new object[] { new object[] { 0, style.Theme.Low }, new object[] { 1, style.Theme.High } });
        trace.SetValue("text", Cells((label, c) => Text(label, c, style)));
        trace.SetValue("texttemplate", "%{text}");
        trace.SetValue("textfont", FigureStyle.TextFont(ShareSize(style), style.Theme.Text));
        trace.SetValue("customdata", Cells(Hover));
        trace.SetValue("hovertemplate", "%{customdata}<extra></extra>");
        trace.SetValue("hoverongaps", false);

        var layout = style.Layout(left: style.Options.Narrow ? 64 : 130, right: 36, top: 16, bottom: 72);
        layout.SetValue("xaxis", ClassAxis(style, "y", "Predicted", [-0.5, classes.Length - 0.5], c => PlotText.Shorten(_evaluation.Classes[c].Name, 14)));
        layout.SetValue("yaxis", ClassAxis(style, "x", "Label", [classes.Length - 0.5, -0.5], RowName(style.Options.Narrow)));
        return style.Compose([chart], layout);
    }

    private Func<int, string> RowName(bool narrow) => label => narrow
        ? PlotText.Shorten(_evaluation.Classes[label].Name, 10)
        : $"{PlotText.Shorten(_evaluation.Classes[label].Name, 14)} ({PlotText.Count(Matrix.Faces(label))})";

    private static LinearAxis ClassAxis(FigureStyle style, string anchor, string title, double[] range, Func<int, string> name)
    {
        var axis = style.Axis(0, 1, anchor, title);
        var classes = Enumerable.Range(0, (int)Math.Round(Math.Abs(range[0] - range[1]))).ToArray();
        axis.SetValue("range", range);
        axis.SetValue("fixedrange", true);
        axis.SetValue("showgrid", false);
        // By number: two names that were shortened to the same text stay two rows.
        axis.SetValue("tickvals", classes);
        axis.SetValue("ticktext", classes.Select(c => PlotText.Escape(name(c))).ToArray());
        return axis;
    }

    private string[][] Cells(Func<int, int, string> cell)
    {
        var classes = Enumerable.Range(0, Matrix.ClassCount).ToArray();
        return [.. classes.Select(label => classes.Select(c => cell(label, c)).ToArray())];
    }

    private int ShareSize(FigureStyle style) => (style.Options.Narrow ? 11 : 14) - (Matrix.ClassCount > 12 ? 4 : Matrix.ClassCount > 8 ? 2 : 0);

    private string Text(int label, int predicted, FigureStyle style)
    {
        if (Matrix.Share(label, predicted) is not { } share)
            return "";
        var color = CellColor.TextOn(CellColor.Mix(style.Theme.Low, style.Theme.High, share));
        var size = ShareSize(style);
        var text = PlotText.Percent(share, style.Options.Narrow || Matrix.ClassCount > 8 ? 0 : 1);
        // Many classes leave room for one number.
        var count = Matrix.ClassCount > 12 ? "" : $"<br><span style=\"font-size: {size - 3}px\">{PlotText.Count(Matrix[label, predicted])}</span>";
        return $"<span style=\"color: {color}\">{text}{count}</span>";
    }

    private string Hover(int label, int predicted)
    {
        var (from, to) = (PlotText.Escape(_evaluation.Classes[label].Name), PlotText.Escape(_evaluation.Classes[predicted].Name));
        var share = Matrix.Share(label, predicted) is { } value ? $" ({PlotText.Percent(value)})" : "";
        return $"label <b>{from}</b>, predicted <b>{to}</b><br>{PlotText.Count(Matrix[label, predicted])} of {PlotText.Count(Matrix.Faces(label))} faces{share}";
    }
}
