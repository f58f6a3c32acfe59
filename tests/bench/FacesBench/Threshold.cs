using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;

namespace FacesBench;

/// <summary>Risk and coverage: how many faces are called certain at each threshold, and how many of those are read right.</summary>
internal static class Threshold
{
    public static void Print(FaceSet faces)
    {
        using var reader = new EmotionReader(
            ModelFile.Load(DefaultWeights.Find()), null, ComputeTarget.Choose(new TrainingOptions { Precision = Precision.Fp32 }), new() { PictureIsFace = true });
        var rows = reader.Classify(faces.Pixels.Span).Chunk(reader.ClassNames.Count).ToArray();
        var all = rows.Select((row, i) => (Confidence: row.Max(), IsRight: Array.IndexOf(row, row.Max()) == faces.Labels[i])).ToArray();
        Console.WriteLine("| uncertain below | certain faces | of them right | uncertain ones right |");
        Console.WriteLine("| --- | --- | --- | --- |");
        for (var threshold = 0.0; threshold <= 0.9; threshold += 0.05)
        {
            var certain = all.Where(it => it.Confidence >= threshold).ToArray();
            var rest = all.Where(it => it.Confidence < threshold).ToArray();
            var interval = WilsonInterval.Of(certain.Count(it => it.IsRight), certain.Length);
            Console.WriteLine(
                $"| {threshold:0.00} | {100.0 * certain.Length / all.Length:0.0}% | {100 * interval.Estimate:0.0}% ({100 * interval.Lower:0.0}–{100 * interval.Upper:0.0}%) "
                + $"| {(rest.Length == 0 ? "–" : $"{100.0 * rest.Count(it => it.IsRight) / rest.Length:0.0}%")} |");
        }
    }
}
