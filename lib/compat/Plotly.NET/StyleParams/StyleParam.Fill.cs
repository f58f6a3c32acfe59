namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Fill
    {
        private readonly string _text;

        private Fill(string text) => _text = text;

        public static Fill None { get; } = new("none");

        public static Fill ToZero_y { get; } = new("tozeroy");

        public static Fill ToNext_y { get; } = new("tonexty");

        public static Fill ToSelf { get; } = new("toself");

        public override string ToString() => _text;
    }
}
