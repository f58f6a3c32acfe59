namespace Plotly.NET;

public sealed class DisplayOptions : DynamicObj.DynamicObj
{
    public static DisplayOptions init(
        FSharpOption<string>? DocumentTitle = null,
        FSharpOption<string>? DocumentCharset = null,
        FSharpOption<string>? DocumentDescription = null,
        FSharpOption<PlotlyJSReference>? PlotlyJSReference = null)
    {
        var options = new DisplayOptions();
        options.SetOption("DocumentTitle", DocumentTitle);
        options.SetOption("DocumentCharset", DocumentCharset);
        options.SetOption("DocumentDescription", DocumentDescription);
        options.SetOption("PlotlyJSReference", PlotlyJSReference);
        return options;
    }

    public static DisplayOptions initCDNOnly() =>
        init(PlotlyJSReference: NET.PlotlyJSReference.NewCDN($"https://cdn.plot.ly/plotly-{PlotlyScript.Version}.min.js"));

    public static string getDocumentTitle(DisplayOptions displayOpts) => Text(displayOpts, "DocumentTitle");

    public static string getDocumentCharset(DisplayOptions displayOpts) => Text(displayOpts, "DocumentCharset");

    public static string getDocumentDescription(DisplayOptions displayOpts) => Text(displayOpts, "DocumentDescription");

    public static PlotlyJSReference getPlotlyReference(DisplayOptions displayOpts) =>
        displayOpts.Peek("PlotlyJSReference") as PlotlyJSReference ?? NET.PlotlyJSReference.NoReference;

    internal static DisplayOptions Combine(DisplayOptions first, DisplayOptions second)
    {
        var combined = new DisplayOptions();
        first.CopyTo(combined);
        second.CopyTo(combined);
        return combined;
    }

    private static string Text(DisplayOptions options, string name) => options.Peek(name) as string ?? "";
}
