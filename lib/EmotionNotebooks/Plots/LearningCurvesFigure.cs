using System.Globalization;
using EmotionNotebooks.Training;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Color = Plotly.NET.Color;
using DisplayOptions = Plotly.NET.DisplayOptions;
using Font = Plotly.NET.Font;
using GenericChart = Plotly.NET.GenericChart;
using Layout = Plotly.NET.Layout;
using PlotlyJSReference = Plotly.NET.PlotlyJSReference;
using StyleParam = Plotly.NET.StyleParam;
using Title = Plotly.NET.Title;

namespace EmotionNotebooks.Plots;

/// <summary>
/// Builds the chart of <see cref="LearningCurves"/>. Attributes for which Plotly.NET has no short C# form are set by their
/// plotly.js name.
/// </summary>
internal sealed class LearningCurvesFigure(TrainingHistory history, RunDescription run, LearningCurvesOptions options)
{
    private static readonly string[] UselessButtons = ["select2d", "lasso2d", "autoScale2d"];

    private readonly PlotTheme _theme = options.Theme;
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

        var chart = Chart.Combine([.. accuracy, .. loss]);
        chart = GenericChart.setLayout(Layout(), chart);
        chart = GenericChart.setConfig(Config(), chart);
        return GenericChart.setDisplayOptions(
            DisplayOptions.init(
                DocumentTitle: $"{run.Title}: learning curves",
                DocumentCharset: "UTF-8",
                DocumentDescription: Summary(),
                PlotlyJSReference: PlotlyJSReference.Full),
            chart);
    }

    private Plotly.NET.Config Config()
    {
        var config = Plotly.NET.Config.init(Responsive: options.Width is null, Displaylogo: false);
        config.SetValue("modeBarButtonsToRemove", UselessButtons);
        return config;
    }

    /// <summary>The chart in one sentence, for those who do not see it.</summary>
    public string Summary()
    {
        var last = history.Last!;
        var count = _epochs.Count == 1 ? "1 epoch" : $"{_epochs.Count} epochs";
        return $"Accuracy and loss of {run.Title} over {count}. Best validation accuracy {PlotText.Percent(_best.ValidationAccuracy)} "
            + $"(95% interval {ValidationInterval.Of(_best)}, n = {PlotText.Count(_best.ValidationCount)}, split {run.ValidationSplit}) at epoch {_best.Epoch}; "
            + $"last epoch {last.Epoch}: training accuracy {PlotText.Percent(last.TrainAccuracy)}, "
            + $"training loss {PlotText.Loss(last.TrainLoss)}, validation loss {PlotText.Loss(last.ValidationLoss)}.";
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
        var marker = new Marker();
        // With many epochs the markers would hide the line; with few, a dashed line needs them.
        marker.SetValue("size", _epochs.Count == 1 ? 10 : 6);
        var chart = Chart.Line<int, double, string>(
            _numbers,
            [.. _epochs.Select(value)],
            ShowMarkers: _epochs.Count <= 40,
            Name: name,
            MultiText: new(_epochs.Select(hover).ToArray(), true),
            MarkerColor: color,
            MarkerSymbol: training ? StyleParam.MarkerSymbol.Square : StyleParam.MarkerSymbol.Circle,
            Marker: marker,
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
            LineColor: Color.fromString(single ? _theme.Band : "rgba(0, 0, 0, 0)"),
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
        var outline = new Plotly.NET.Line();
        outline.SetValue("color", _theme.Text);
        outline.SetValue("width", 2.0);
        var marker = new Marker();
        marker.SetValue("size", 16);
        var chart = Chart.Point<int, double, string>(
            new[] { _best.Epoch },
            new[] { value },
            Name: "Best epoch",
            MarkerColor: Color.fromString("rgba(0, 0, 0, 0)"),
            MarkerOutline: outline,
            MarkerSymbol: StyleParam.MarkerSymbol.Circle,
            Marker: marker,
            UseDefaults: false);
        var trace = chart.GetTraces()[0];
        trace.SetValue("hoverinfo", "skip");
        trace.SetValue("legendgroup", "best");
        trace.SetValue("legendrank", 4);
        return chart;
    }

    private Layout Layout()
    {
        var (first, second) = options.Stacked
            ? (new Panel(0, 1, 0.57, 1), new Panel(0, 1, 0, 0.43))
            : (new Panel(0, 0.465, 0, 1), new Panel(0.555, 1, 0, 1));
        var layout = new Layout();
        if (options.ShowTitle)
            layout.SetValue("title", ChartTitle());
        if (options.Width is { } width)
            layout.SetValue("width", width);
        layout.SetValue("height", options.EffectiveHeight);
        layout.SetValue("paper_bgcolor", _theme.Background);
        layout.SetValue("plot_bgcolor", _theme.Background);
        layout.SetValue(
            "font",
            Font.init(Family: StyleParam.FontFamily.NewCustom(PlotText.FontFamily), Size: 13.0, Color: Color.fromString(_theme.Text)));
        layout.SetValue("hovermode", "x unified");
        layout.SetValue("hoverlabel", HoverLabel());
        layout.SetValue("dragmode", "zoom");
        layout.SetValue("margin", Margins());
        layout.SetValue("legend", Legend());
        layout.SetValue("xaxis", EpochAxis(first, "y"));
        layout.SetValue("yaxis", AccuracyAxis(first));
        layout.SetValue("xaxis2", EpochAxis(second, "y2"));
        layout.SetValue("yaxis2", LossAxis(second));
        layout.SetValue("shapes", new[] { BestLine("x", "y domain"), BestLine("x2", "y2 domain") });
        layout.SetValue("annotations", Annotations(first, second).ToArray());
        return layout;
    }

    private Title ChartTitle()
    {
        var title = $"<b>{PlotText.Escape(PlotText.Shorten(run.Title, TitleLength(12.5)))}</b>";
        if (run.Subtitle.Length > 0)
        {
            var subtitle = PlotText.Escape(PlotText.Shorten(run.Subtitle, TitleLength(8)));
            title += $"<br><span style=\"font-size: 13px; color: {_theme.Muted}\">{subtitle}</span>";
        }

        var result = Title.init(Text: title, Font: Font.init(Size: 18.0, Color: Color.fromString(_theme.Text)), X: 0.0, XRef: "paper");
        result.SetValue("xanchor", "left");
        result.SetValue("yref", "container");
        result.SetValue("y", 1.0 - (28.0 / options.EffectiveHeight));
        result.SetValue("yanchor", "top");
        return result;
    }

    // plotly.js does not wrap titles: what fits into the width at about that many pixels per character.
    private int TitleLength(double pixels) => (int)(((options.Width ?? 1000) - 80) / pixels);

    private Hoverlabel HoverLabel()
    {
        var label = new Hoverlabel();
        label.SetValue("bgcolor", _theme.Background);
        label.SetValue("bordercolor", _theme.Muted);
        label.SetValue("namelength", -1);
        label.SetValue("font", Font.init(Family: StyleParam.FontFamily.NewCustom(PlotText.FontFamily), Size: 12.0, Color: Color.fromString(_theme.Text)));
        return label;
    }

    private Margin Margins()
    {
        var margin = new Margin();
        margin.SetValue("l", 60);
        margin.SetValue("r", 20);
        margin.SetValue("t", options.ShowTitle ? 112 : 64);
        margin.SetValue("b", 92);
        return margin;
    }

    private static Legend Legend()
    {
        var legend = new Legend();
        legend.SetValue("orientation", "h");
        legend.SetValue("x", 0.0);
        legend.SetValue("xanchor", "left");
        legend.SetValue("yref", "container");
        legend.SetValue("y", 0.01);
        legend.SetValue("yanchor", "bottom");
        legend.SetValue("bgcolor", "rgba(0, 0, 0, 0)");
        return legend;
    }

    private LinearAxis EpochAxis(Panel panel, string anchor)
    {
        var axis = Axis(panel.Left, panel.Right, anchor, "Epoch");
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

        var axis = Axis(panel.Bottom, panel.Top, "x", null);
        axis.SetValue("range", new[] { bottom, top });
        axis.SetValue("tickformat", top - bottom < 0.08 ? ".1%" : ".0%");
        return axis;
    }

    private LinearAxis LossAxis(Panel panel)
    {
        var finite = _epochs.SelectMany(e => new[] { e.TrainLoss, e.ValidationLoss }).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var room = Math.Max(0.01, 0.06 * (finite.Max() - finite.Min()));

        var axis = Axis(panel.Bottom, panel.Top, "x2", null);
        axis.SetValue("range", new[] { Math.Max(finite.Min() - room, -room / 2), finite.Max() + room });
        return axis;
    }

    private LinearAxis Axis(double from, double to, string anchor, string? title)
    {
        var axis = new LinearAxis();
        axis.SetValue("domain", new[] { from, to });
        axis.SetValue("anchor", anchor);
        axis.SetValue("automargin", true);
        axis.SetValue("zeroline", false);
        axis.SetValue("gridcolor", _theme.Grid);
        axis.SetValue("linecolor", _theme.Muted);
        axis.SetValue("tickcolor", _theme.Muted);
        if (title is not null)
        {
            axis.SetValue("showline", true);
            axis.SetValue("ticks", "outside");
            axis.SetValue(
                "title",
                Title.init(Text: title, Font: Font.init(Size: 13.0, Color: Color.fromString(_theme.Muted)), Standoff: 8));
        }

        return axis;
    }

    private Shape BestLine(string x, string y)
    {
        var line = new Plotly.NET.Line();
        line.SetValue("color", _theme.Muted);
        line.SetValue("width", 1.0);
        line.SetValue("dash", "dash");
        var shape = new Shape();
        shape.SetValue("type", "line");
        shape.SetValue("layer", "below");
        shape.SetValue("xref", x);
        shape.SetValue("yref", y);
        shape.SetValue("x0", _best.Epoch);
        shape.SetValue("x1", _best.Epoch);
        shape.SetValue("y0", 0);
        shape.SetValue("y1", 1);
        shape.SetValue("line", line);
        return shape;
    }

    private IEnumerable<Annotation> Annotations(Panel first, Panel second)
    {
        yield return Heading("Accuracy", first);
        yield return Heading("Loss (cross-entropy)", second);
        yield return BestNote(
            first,
            string.Create(CultureInfo.InvariantCulture, $"best: epoch {_best.Epoch}, {PlotText.Percent(_best.ValidationAccuracy)} ({ValidationInterval.Of(_best)})"));
        if (_epochs.FirstOrDefault(e => !double.IsFinite(e.TrainLoss) || !double.IsFinite(e.ValidationLoss)) is { } diverged)
            yield return Note(second, $"loss is not finite from epoch {diverged.Epoch}");
    }

    private Annotation Heading(string text, Panel panel)
    {
        var annotation = PaperText($"<b>{text}</b>", panel.Left, panel.Top, "left", "bottom");
        annotation.SetValue("yshift", 8);
        annotation.SetValue("font", Font.init(Size: 14.0, Color: Color.fromString(_theme.Text)));
        return annotation;
    }

    private Annotation BestNote(Panel panel, string text)
    {
        var annotation = PaperText(text, panel.Right, panel.Top, "right", "bottom");
        annotation.SetValue("yshift", 8);
        annotation.SetValue("font", Font.init(Size: 12.0, Color: Color.fromString(_theme.Muted)));
        return annotation;
    }

    private Annotation Note(Panel panel, string text)
    {
        var annotation = PaperText(text, panel.Right, panel.Top, "right", "bottom");
        annotation.SetValue("yshift", 8);
        annotation.SetValue("font", Font.init(Size: 12.0, Color: Color.fromString(_theme.Validation)));
        return annotation;
    }

    private static Annotation PaperText(string text, double x, double y, string xAnchor, string yAnchor)
    {
        var annotation = new Annotation();
        annotation.SetValue("text", text);
        annotation.SetValue("showarrow", false);
        annotation.SetValue("xref", "paper");
        annotation.SetValue("yref", "paper");
        annotation.SetValue("x", x);
        annotation.SetValue("y", y);
        annotation.SetValue("xanchor", xAnchor);
        annotation.SetValue("yanchor", yAnchor);
        return annotation;
    }

    /// <summary>The place of a panel, in shares of the drawing area.</summary>
    private readonly record struct Panel(double Left, double Right, double Bottom, double Top);
}
