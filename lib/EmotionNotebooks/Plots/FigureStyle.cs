using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Color = Plotly.NET.Color;
using Config = Plotly.NET.Config;
using DisplayOptions = Plotly.NET.DisplayOptions;
using Font = Plotly.NET.Font;
using GenericChart = Plotly.NET.GenericChart;
using Layout = Plotly.NET.Layout;
using PlotlyJSReference = Plotly.NET.PlotlyJSReference;
using StyleParam = Plotly.NET.StyleParam;
using Title = Plotly.NET.Title;

namespace EmotionNotebooks.Plots;

/// <summary>
/// What the plots have in common: title, colours, fonts, axes, notes. Attributes for which Plotly.NET has no short C# form are set by their
/// plotly.js name.
/// </summary>
internal sealed class FigureStyle(Plot plot, PlotOptions options)
{
    public const string Transparent = "rgba(0, 0, 0, 0)";

    private static readonly string[] UselessButtons = ["select2d", "lasso2d", "autoScale2d"];

    public PlotOptions Options { get; } = options;

    public PlotTheme Theme { get; } = options.Theme;

    public int Height { get; } = options.Height ?? plot.HeightFor(options);

    /// <summary>Pixels above the drawing area that the title takes.</summary>
    public static int TitleHeight(PlotOptions options) => options.ShowTitle ? 56 : 0;

    /// <summary>The traces with everything around them.</summary>
    public GenericChart Compose(IEnumerable<GenericChart> traces, Layout layout)
    {
        var config = Config.init(Responsive: Options.Width is null, Displaylogo: false);
        config.SetValue("modeBarButtonsToRemove", UselessButtons);
        var chart = GenericChart.setLayout(layout, Chart.Combine(traces));
        chart = GenericChart.setConfig(config, chart);
        return GenericChart.setDisplayOptions(
            DisplayOptions.init(
                DocumentTitle: plot.Title,
                DocumentCharset: "UTF-8",
                DocumentDescription: plot.Summary,
                PlotlyJSReference: PlotlyJSReference.Full),
            chart);
    }

    /// <summary>A layout with title, size, colours and fonts. Margins are in pixels, the upper one without the title; the right one leaves room for
    /// the buttons, 32 at least.</summary>
    public Layout Layout(int left, int right, int top, int bottom)
    {
        var layout = new Layout();
        if (Options.ShowTitle)
            layout.SetValue("title", ChartTitle(left));
        if (Options.Width is { } width)
            layout.SetValue("width", width);
        layout.SetValue("height", Height);
        layout.SetValue("paper_bgcolor", Theme.Background);
        layout.SetValue("plot_bgcolor", Theme.Background);
        layout.SetValue("font", TextFont(13, Theme.Text, withFamily: true));
        layout.SetValue("hoverlabel", HoverLabel());
        layout.SetValue("dragmode", "zoom");
        layout.SetValue("modebar", Buttons());
        layout.SetValue("margin", Margins(left, right, top + TitleHeight(Options), bottom));
        return layout;
    }

    public static Font TextFont(double size, string color, bool withFamily = false) => withFamily
        ? Font.init(Family: StyleParam.FontFamily.NewCustom(PlotText.FontFamily), Size: size, Color: Color.fromString(color))
        : Font.init(Size: size, Color: Color.fromString(color));

    public static Plotly.NET.Line Stroke(string color, double width, string? dash = null)
    {
        var line = new Plotly.NET.Line();
        line.SetValue("color", color);
        line.SetValue("width", width);
        if (dash is not null)
            line.SetValue("dash", dash);
        return line;
    }

    public static Marker Marker(int size)
    {
        var marker = new Marker();
        marker.SetValue("size", size);
        return marker;
    }

    /// <summary>Whiskers from the value up and down.</summary>
    public static Error Whiskers(IEnumerable<double> above, IEnumerable<double> below, string color, double thickness = 1.5, int width = 4)
    {
        var error = new Error();
        error.SetValue("type", "data");
        error.SetValue("symmetric", false);
        error.SetValue("array", above.ToArray());
        error.SetValue("arrayminus", below.ToArray());
        error.SetValue("color", color);
        error.SetValue("thickness", thickness);
        error.SetValue("width", width);
        return error;
    }

    /// <summary>An axis over a part of the drawing area; a horizontal one that has a title also has its line and ticks.</summary>
    public LinearAxis Axis(double from, double to, string anchor, string? title)
    {
        var axis = new LinearAxis();
        axis.SetValue("domain", new[] { from, to });
        axis.SetValue("anchor", anchor);
        axis.SetValue("automargin", true);
        axis.SetValue("zeroline", false);
        axis.SetValue("gridcolor", Theme.Grid);
        axis.SetValue("linecolor", Theme.Muted);
        axis.SetValue("tickcolor", Theme.Muted);
        if (title is not null)
            axis.SetValue("title", Title.init(Text: title, Font: TextFont(13, Theme.Muted), Standoff: 8));
        return axis;
    }

    /// <summary>An axis with its line and ticks.</summary>
    public LinearAxis LinedAxis(double from, double to, string anchor, string? title)
    {
        var axis = Axis(from, to, anchor, title);
        axis.SetValue("showline", true);
        axis.SetValue("ticks", "outside");
        return axis;
    }

    /// <summary>A legend at the lower edge, in one line where there is room.</summary>
    public static Legend LegendBelow()
    {
        var legend = new Legend();
        legend.SetValue("orientation", "h");
        legend.SetValue("x", 0.0);
        legend.SetValue("xanchor", "left");
        legend.SetValue("yref", "container");
        legend.SetValue("y", 0.01);
        legend.SetValue("yanchor", "bottom");
        legend.SetValue("bgcolor", Transparent);
        return legend;
    }

    /// <summary>A line behind the traces; give <c>x0</c> to <c>y1</c>.</summary>
    public static Shape LineBehind(string xRef, string yRef, double x0, double y0, double x1, double y1, Plotly.NET.Line stroke)
    {
        var shape = new Shape();
        shape.SetValue("type", "line");
        shape.SetValue("layer", "below");
        shape.SetValue("xref", xRef);
        shape.SetValue("yref", yRef);
        shape.SetValue("x0", x0);
        shape.SetValue("x1", x1);
        shape.SetValue("y0", y0);
        shape.SetValue("y1", y1);
        shape.SetValue("line", stroke);
        return shape;
    }

    /// <summary>The heading of a panel, above its left end.</summary>
    public Annotation Heading(string text, Panel panel) => AbovePanel($"<b>{text}</b>", panel.Left, panel.Top, "left", 14, Theme.Text);

    /// <summary>A note above a panel's right end.</summary>
    public static Annotation Note(string text, Panel panel, string color) => AbovePanel(text, panel.Right, panel.Top, "right", 12, color);

    /// <summary>Text without an arrow; references are plotly.js's, such as "paper" or "x2".</summary>
    public static Annotation Text(string text, string xRef, double x, string xAnchor, string yRef, double y, string yAnchor, double size, string color)
    {
        var annotation = new Annotation();
        annotation.SetValue("text", text);
        annotation.SetValue("showarrow", false);
        annotation.SetValue("xref", xRef);
        annotation.SetValue("yref", yRef);
        annotation.SetValue("x", x);
        annotation.SetValue("y", y);
        annotation.SetValue("xanchor", xAnchor);
        annotation.SetValue("yanchor", yAnchor);
        annotation.SetValue("font", TextFont(size, color));
        return annotation;
    }

    private static Annotation AbovePanel(string text, double x, double y, string xAnchor, double size, string color)
    {
        var annotation = Text(text, "paper", x, xAnchor, "paper", y, "bottom", size, color);
        annotation.SetValue("yshift", 8);
        return annotation;
    }

    private Title ChartTitle(int left)
    {
        // Above the drawing area; where that stands far right, at the picture's edge.
        var isAbove = left <= (Options.Narrow ? 24 : 64);
        var size = Options.Narrow ? 16.0 : 18.0;
        // plotly.js does not wrap titles: they must fit into the width, at so many pixels per character.
        var room = (Options.Width ?? (Options.Narrow ? 360 : 1000)) - (isAbove ? left : 20) - 16;
        var title = $"<b>{PlotText.Escape(PlotText.Shorten(plot.Title, (int)(room / (0.65 * size))))}</b>";
        if (plot.Subtitle.Length > 0)
        {
            var subtitle = PlotText.Escape(PlotText.ShortenList(plot.Subtitle, (int)(room / 7.4)));
            title += $"<br><span style=\"font-size: 13px; color: {Theme.Muted}\">{subtitle}</span>";
        }

        var (reference, x) = isAbove ? ("paper", 0.0) : ("container", Options.Width is { } width ? 20.0 / width : 0.0);
        var result = Title.init(Text: title, Font: TextFont(size, Theme.Text), X: x, XRef: reference);
        result.SetValue("xanchor", "left");
        result.SetValue("yref", "container");
        result.SetValue("y", 1.0 - (28.0 / Height));
        result.SetValue("yanchor", "top");
        return result;
    }

    private Hoverlabel HoverLabel()
    {
        var label = new Hoverlabel();
        label.SetValue("bgcolor", Theme.Background);
        label.SetValue("bordercolor", Theme.Muted);
        label.SetValue("namelength", -1);
        label.SetValue("font", TextFont(12, Theme.Text, withFamily: true));
        return label;
    }

    // In a column at the right edge, where they cover no note.
    private ModeBar Buttons()
    {
        var buttons = new ModeBar();
        buttons.SetValue("orientation", "v");
        buttons.SetValue("bgcolor", Transparent);
        buttons.SetValue("color", Theme.Muted);
        buttons.SetValue("activecolor", Theme.Text);
        return buttons;
    }

    private static Margin Margins(int left, int right, int top, int bottom)
    {
        var margin = new Margin();
        margin.SetValue("l", left);
        margin.SetValue("r", right);
        margin.SetValue("t", top);
        margin.SetValue("b", bottom);
        return margin;
    }
}
