using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;
using Microsoft.DotNet.Interactive.Formatting;

namespace EmotionNotebooks.Interactive.Tests;

/// <summary>What a notebook shows, and small things to show.</summary>
internal static class Shown
{
    public static Dictionary<string, string> Forms(object value)
    {
        NotebookExtension.Load();
        return FormattedValue.CreateManyFromObject(value).ToDictionary(form => form.MimeType, form => form.Value);
    }

    public static string Html(object value) => Forms(value)["text/html"];

    public static string Plain(object value) => Forms(value)["text/plain"];

    public static byte[] Png(object value) => Convert.FromBase64String(Forms(value)["image/png"]);

    public static FaceSet Faces(int count = 100) => SampleFaces.Generate(count, 1);

    public static Predictions Predictions(FaceSet faces, int seed = 1)
    {
        var random = new SeededRandom((ulong)seed);
        var classes = faces.ClassNames.Count;
        var probabilities = new float[faces.Count * classes];
        for (var face = 0; face < faces.Count; face++)
        {
            var row = probabilities.AsSpan(face * classes, classes);
            foreach (ref var value in row)
                value = 0.1f + random.NextInt(10);
            row[faces.Labels[face]] += 4;
            var sum = 0f;
            foreach (var value in row)
                sum += value;
            foreach (ref var value in row)
                value /= sum;
        }

        return new(probabilities, faces.Labels.ToArray(), classes);
    }

    public static TrainingHistory History(int epochs) => new(Enumerable.Range(1, epochs).Select(epoch =>
        new EpochRecord(epoch, 2.0 / epoch, 1 - (0.7 / epoch), 1.5 / epoch, 1 - (0.8 / epoch), 1000, 0.001, 12, 500)));
}
