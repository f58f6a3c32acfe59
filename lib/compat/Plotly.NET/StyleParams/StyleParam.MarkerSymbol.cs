namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class MarkerSymbol
    {
        private readonly string _number;

        private MarkerSymbol(string number) => _number = number;

        public static MarkerSymbol Circle { get; } = new("0");

        public static MarkerSymbol Square { get; } = new("1");

        public static MarkerSymbol Diamond { get; } = new("2");

        public override string ToString() => _number;
    }
}
