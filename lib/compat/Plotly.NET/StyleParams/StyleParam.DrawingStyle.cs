namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class DrawingStyle
    {
        private readonly string _text;

        private DrawingStyle(string text) => _text = text;

        public static DrawingStyle Solid { get; } = new("solid");

        public static DrawingStyle Dash { get; } = new("dash");

        public static DrawingStyle Dot { get; } = new("dot");

        public static DrawingStyle DashDot { get; } = new("dashdot");

        public override string ToString() => _text;
    }
}
