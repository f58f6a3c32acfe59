namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class FontFamily
    {
        private readonly string _text;

        private FontFamily(string text) => _text = text;

        public static FontFamily NewCustom(string item) => new(item);

        public override string ToString() => _text;
    }
}
