using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Explain;

/// <summary>Values from 0 to 1 as colours over grey: the grey itself at 0, then from violet over red to bright yellow, ever denser.</summary>
/// <remarks>Lightness grows all the way, so that the order of values shows without telling red from green, and on paper.</remarks>
internal static class HeatColours
{
    // Where a value is highest, so much of its colour hides the face.
    private const double Densest = 0.8;

    private static readonly (double R, double G, double B)[] Colours = [(70, 20, 110), (160, 35, 100), (225, 75, 40), (250, 155, 10), (252, 245, 130)];

    /// <summary>The colour of a value over a grey.</summary>
    /// <param name="grey">0 black to 255 white.</param>
    /// <param name="value">0 to 1.</param>
    public static Rgb24 Over(byte grey, double value)
    {
        var (r, g, b) = Colour(value);
        var share = Densest * Math.Sqrt(Math.Clamp(value, 0, 1));
        return new(Mix(r), Mix(g), Mix(b));

        byte Mix(double colour) => (byte)Math.Round(grey + (share * (colour - grey)));
    }

    private static (double R, double G, double B) Colour(double value)
    {
        var at = Math.Clamp(value, 0, 1) * (Colours.Length - 1);
        var index = Math.Min((int)at, Colours.Length - 2);
        var (from, to, share) = (Colours[index], Colours[index + 1], at - index);
        return (Between(from.R, to.R), Between(from.G, to.G), Between(from.B, to.B));

        double Between(double low, double high) => low + (share * (high - low));
    }
}
