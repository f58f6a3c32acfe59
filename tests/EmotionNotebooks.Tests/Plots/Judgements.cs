using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Plots;

/// <summary>Predictions that one can check by hand, and what is said of them.</summary>
internal static class Judgements
{
    /// <summary>Text that breaks pages and charts that do not escape it.</summary>
    public const string HostileName = "</script><script>alert(1)</script><img src=http://example.org/a.png> & \"b\" 'c' %{y}";

    /// <summary>Three classes: four faces of the first (two right, one of each mistake), two of the second (one right), none of the third.</summary>
    public static (Evaluation Evaluation, Predictions Predictions, FaceSet Faces) Small(params string[] names)
    {
        string[] classes = names.Length == 3 ? names : ["calm", "cross", "odd"];
        byte[] labels = [0, 0, 0, 0, 1, 1];
        float[] probabilities =
        [
            0.90f, 0.06f, 0.04f,
            0.70f, 0.20f, 0.10f,
            0.25f, 0.60f, 0.15f,
            0.01f, 0.09f, 0.90f,
            0.30f, 0.50f, 0.20f,
            0.50f, 0.30f, 0.20f,
        ];
        var pixels = new byte[labels.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < labels.Length; i++)
            pixels.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace).Fill((byte)(40 * i));
        var splits = Enumerable.Repeat(Split.PublicTest, labels.Length).ToArray();
        var faces = new FaceSet(pixels, labels, splits, names.Length == 3 ? HostileName : "six faces", classes);
        var predictions = new Predictions(probabilities, labels, 3);
        var evaluation = Evaluation.Of(predictions, faces, resamples: 100) with { Network = names.Length == 3 ? HostileName : "net, a.safetensors" };
        return (evaluation, predictions, faces);
    }

    public static (Evaluation Evaluation, Predictions Predictions, FaceSet Faces) Hostile() =>
        Small(HostileName, "<b>bold</b>", "a & b");
}
