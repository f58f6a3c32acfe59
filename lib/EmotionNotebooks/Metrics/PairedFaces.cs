namespace EmotionNotebooks.Metrics;

/// <summary>What paired tests ask of their predictions.</summary>
internal static class PairedFaces
{
    /// <summary>Refuses predictions for other faces, as far as their number and labels tell.</summary>
    /// <exception cref="ArgumentException">The faces differ.</exception>
    public static void Require(Predictions first, Predictions second)
    {
        if (first.Count != second.Count)
            throw new ArgumentException($"predictions for {first.Count} and {second.Count} faces; expected the same faces");
        for (var i = 0; i < first.Count; i++)
        {
            if (first.Label(i) != second.Label(i))
                throw new ArgumentException($"example {i} has the labels {first.Label(i)} and {second.Label(i)}; expected the same faces");
        }
    }
}
