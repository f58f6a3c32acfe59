namespace Plotly.NET;

public sealed class Config : DynamicObj.DynamicObj
{
    public static Config init(
        FSharpOption<bool>? StaticPlot = null,
        FSharpOption<bool>? Responsive = null,
        FSharpOption<bool>? DisplayModeBar = null,
        FSharpOption<bool>? Displaylogo = null)
    {
        var config = new Config();
        config.SetOption("staticPlot", StaticPlot);
        config.SetOption("responsive", Responsive);
        config.SetOption("displayModeBar", DisplayModeBar);
        config.SetOption("displaylogo", Displaylogo);
        return config;
    }
}
