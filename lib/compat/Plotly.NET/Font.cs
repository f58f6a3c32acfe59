namespace Plotly.NET;

public sealed class Font : DynamicObj.DynamicObj
{
    public static Font init(
        FSharpOption<StyleParam.FontFamily>? Family = null,
        FSharpOption<double>? Size = null,
        FSharpOption<Color>? Color = null)
    {
        var font = new Font();
        if (Family is not null)
            font.SetValue("family", Family.Value.ToString());
        font.SetOption("size", Size);
        font.SetOption("color", Color);
        return font;
    }
}
