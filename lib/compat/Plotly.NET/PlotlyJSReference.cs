namespace Plotly.NET;

/// <summary>How a page comes to plotly.js: from the network, with the whole script inside, or not at all.</summary>
public sealed class PlotlyJSReference
{
    private PlotlyJSReference(string? url) => Url = url;

    public static PlotlyJSReference Full { get; } = new(null);

    public static PlotlyJSReference NoReference { get; } = new(null);

    internal string? Url { get; }

    public static PlotlyJSReference NewCDN(string item) => new(item);
}
