namespace EmotionNotebooks.Plots;

/// <summary>A colour for each emotion, the Okabe-Ito palette and grey: told apart with any of the common colour-vision deficiencies.</summary>
internal static class EmotionColours
{
    private static readonly string[] Colours =
        ["#d55e00", "#b07d2b", "#8a63b8", "#e6b800", "#0072b2", "#56b4e9", "#8a949e", "#009e73", "#cc79a7", "#7a4b2a"];

    /// <summary>The colour of a class.</summary>
    /// <param name="index">The class's place in the network's order.</param>
    public static string Of(int index) => Colours[index % Colours.Length];
}
