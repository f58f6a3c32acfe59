namespace EmotionNotebooks.Tests;

/// <summary>Small face sets whose classes any network can tell apart: a bright bar at a height that depends on the class.</summary>
internal static class FakeFaces
{
    public static FaceSet Bars(int count, Split split, ulong seed = 1)
    {
        var random = new SeededRandom(seed).Fork(split.ToString());
        var pixels = new byte[count * FaceSet.PixelsPerFace];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % Emotions.Count);
            for (var p = 0; p < FaceSet.PixelsPerFace; p++)
            {
                var isBar = p / FaceSet.Side / 6 == labels[i];
                pixels[(i * FaceSet.PixelsPerFace) + p] = (byte)((isBar ? 180 : 40) + random.NextInt(40));
            }
        }

        var splits = new Split[count];
        Array.Fill(splits, split);
        return new FaceSet(pixels, labels, splits, $"bars ({split})");
    }

    public static FaceSet Mixed(int training, int validation)
    {
        var a = Bars(training, Split.Training);
        var b = Bars(validation, Split.PublicTest);
        return new FaceSet(
            a.Pixels.ToArray().Concat(b.Pixels.ToArray()).ToArray(),
            a.Labels.ToArray().Concat(b.Labels.ToArray()).ToArray(),
            a.Splits.ToArray().Concat(b.Splits.ToArray()).ToArray(),
            "bars");
    }
}
