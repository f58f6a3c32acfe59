namespace Plotly.NET;

public sealed class Title : DynamicObj.DynamicObj
{
    public static Title init(
        FSharpOption<string>? Text = null,
        FSharpOption<Font>? Font = null,
        FSharpOption<bool>? AutoMargin = null,
        FSharpOption<double>? X = null,
        FSharpOption<string>? XRef = null,
        FSharpOption<double>? Y = null,
        FSharpOption<string>? YRef = null,
        FSharpOption<int>? Standoff = null)
    {
        var title = new Title();
        title.SetOption("text", Text);
        title.SetOption("font", Font);
        title.SetOption("automargin", AutoMargin);
        title.SetOption("x", X);
        title.SetOption("xref", XRef);
        title.SetOption("y", Y);
        title.SetOption("yref", YRef);
        title.SetOption("standoff", Standoff);
        return title;
    }
}
