namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Places in texts: Jupyter counts code points, .NET counts UTF-16 units, of which an emoji takes two.</summary>
internal static class CodePoints
{
    /// <summary>The place in UTF-16 units.</summary>
    /// <param name="text">The text.</param>
    /// <param name="codePoints">The place in code points; one outside the text is moved to its end or start.</param>
    public static int ToUnits(string text, int codePoints)
    {
        var units = 0;
        for (var i = 0; i < codePoints && units < text.Length; i++)
        {
            units += char.IsSurrogatePair(text, units) ? 2 : 1;
        }

        return units;
    }

    /// <summary>The place in code points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="units">The place in UTF-16 units; one outside the text is moved to its end or start.</param>
    public static int FromUnits(string text, int units)
    {
        var codePoints = 0;
        for (var i = 0; i < units && i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            codePoints++;
        }

        return codePoints;
    }
}
