namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Mode
    {
        private readonly string _text;

        private Mode(string text) => _text = text;

        public static Mode Lines { get; } = new("lines");

        public static Mode Lines_Markers { get; } = new("lines+markers");

        public static Mode Markers { get; } = new("markers");

        public override string ToString() => _text;
    }
}
