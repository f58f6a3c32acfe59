using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

public static class Chart
{
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        StyleParam.Mode mode,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default,
        Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<Marker> Marker = default,
        Optional<Color> LineColor = default,
        Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<StyleParam.Fill> Fill = default,
        Optional<Color> FillColor = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var marker = Marker.IsSome ? Marker.Value : new Marker();
        Set(marker, "color", MarkerColor);
        Set(marker, "line", MarkerOutline);
        SetText(marker, "symbol", MarkerSymbol);

        var line = new Line();
        Set(line, "color", LineColor);
        Set(line, "width", LineWidth);
        SetText(line, "dash", LineDash);

        var trace = new Trace2D("scatter");
        Set(trace, "name", Name);
        Set(trace, "showlegend", ShowLegend);
        Set(trace, "opacity", Opacity);
        trace.SetValue("mode", mode.ToString());
        trace.SetValue("x", x);
        trace.SetValue("y", y);
        Set(trace, "text", Text);
        Set(trace, "text", MultiText);
        trace.SetValue("marker", marker);
        trace.SetValue("line", line);
        SetText(trace, "fill", Fill);
        Set(trace, "fillcolor", FillColor);
        return GenericChart.Of(trace, !UseDefaults.IsSome || UseDefaults.Value);
    }

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default,
        Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<Marker> Marker = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible =>
        Scatter(
            x,
            y,
            StyleParam.Mode.Markers,
            Name: Name,
            ShowLegend: ShowLegend,
            Opacity: Opacity,
            Text: Text,
            MultiText: MultiText,
            MarkerColor: MarkerColor,
            MarkerOutline: MarkerOutline,
            MarkerSymbol: MarkerSymbol,
            Marker: Marker,
            UseDefaults: UseDefaults);

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        Optional<bool> ShowMarkers = default,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default,
        Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<Marker> Marker = default,
        Optional<Color> LineColor = default,
        Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<StyleParam.Fill> Fill = default,
        Optional<Color> FillColor = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible =>
        Scatter(
            x,
            y,
            ShowMarkers.Value ? StyleParam.Mode.Lines_Markers : StyleParam.Mode.Lines,
            Name: Name,
            ShowLegend: ShowLegend,
            Opacity: Opacity,
            Text: Text,
            MultiText: MultiText,
            MarkerColor: MarkerColor,
            MarkerOutline: MarkerOutline,
            MarkerSymbol: MarkerSymbol,
            Marker: Marker,
            LineColor: LineColor,
            LineWidth: LineWidth,
            LineDash: LineDash,
            Fill: Fill,
            FillColor: FillColor,
            UseDefaults: UseDefaults);

    public static GenericChart Bar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values,
        Optional<IEnumerable<KeysType>> Keys = default,
        Optional<string> Name = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default,
        Optional<bool> UseDefaults = default)
        where ValuesType : IConvertible
        where KeysType : IConvertible
        where TextType : IConvertible
    {
        var trace = BarTrace(Name, "h", MultiText, MarkerColor);
        trace.SetValue("x", values);
        Set(trace, "y", Keys);
        return GenericChart.Of(trace, !UseDefaults.IsSome || UseDefaults.Value);
    }

    public static GenericChart Column<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values,
        Optional<IEnumerable<KeysType>> Keys = default,
        Optional<string> Name = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> MarkerColor = default,
        Optional<bool> UseDefaults = default,
        Optional<ValuesType> Width = default)
        where ValuesType : IConvertible
        where KeysType : IConvertible
        where TextType : IConvertible
    {
        var trace = BarTrace(Name, "v", MultiText, MarkerColor);
        Set(trace, "x", Keys);
        trace.SetValue("y", values);
        Set(trace, "width", Width);
        return GenericChart.Of(trace, !UseDefaults.IsSome || UseDefaults.Value);
    }

    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData,
        Optional<string> Name = default,
        Optional<IEnumerable<XType>> X = default,
        Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<int> YGap = default,
        Optional<bool> ShowScale = default,
        Optional<bool> UseDefaults = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = new Trace2D("heatmap");
        Set(trace, "name", Name);
        Set(trace, "x", X);
        Set(trace, "xgap", XGap);
        Set(trace, "y", Y);
        Set(trace, "ygap", YGap);
        trace.SetValue("z", zData);
        Set(trace, "showscale", ShowScale);
        return GenericChart.Of(trace, !UseDefaults.IsSome || UseDefaults.Value);
    }

    private static Trace2D BarTrace<TextType>(
        Optional<string> name,
        string orientation,
        Optional<IEnumerable<TextType>> multiText,
        Optional<Color> markerColor)
    {
        var marker = new Marker();
        Set(marker, "color", markerColor);
        // As the package does, whether or not a pattern was asked for.
        marker.SetValue("pattern", new DynamicObj.DynamicObj());
        var trace = new Trace2D("bar");
        Set(trace, "name", name);
        Set(trace, "text", multiText);
        trace.SetValue("orientation", orientation);
        trace.SetValue("marker", marker);
        return trace;
    }

    private static void Set<T>(DynamicObj.DynamicObj node, string name, Optional<T> value)
    {
        if (value.IsSome)
            node.SetValue(name, value.Value);
    }

    private static void SetText<T>(DynamicObj.DynamicObj node, string name, Optional<T> value)
        where T : class
    {
        if (value.IsSome)
            node.SetValue(name, value.Value.ToString());
    }
}
