namespace EmotionNotebooks.Data.Audit;

/// <summary>How many faces of each class the splits of a set have.</summary>
internal static class SplitCounts
{
    /// <summary>The splits that the set has, in order, with one count per class.</summary>
    public static IReadOnlyList<(Split Split, int[] Counts)> Of(FaceSet faces)
    {
        var counts = new SortedDictionary<Split, int[]>();
        for (var face = 0; face < faces.Count; face++)
        {
            if (!counts.TryGetValue(faces.Splits[face], out var classes))
                counts[faces.Splits[face]] = classes = new int[faces.ClassNames.Count];
            classes[faces.Labels[face]]++;
        }

        return [.. counts.Select(pair => (pair.Key, pair.Value))];
    }
}
