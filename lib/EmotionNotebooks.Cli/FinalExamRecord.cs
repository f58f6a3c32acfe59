using System.Text.Json;
using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Cli;

/// <summary>The record that PrivateTest was read for some weights: when, on which faces, with what result. It only grows.</summary>
internal static class FinalExamRecord
{
    public static void Append(string path, FaceSet faces, Predictions predictions)
    {
        var entries = File.Exists(path)
            ? JsonSerializer.Deserialize<List<JsonElement>>(File.ReadAllText(path)) ?? []
            : [];
        var interval = predictions.AccuracyInterval();
        entries.Add(JsonSerializer.SerializeToElement(new
        {
            read = DateTime.UtcNow,
            faces = faces.Source,
            sha256 = faces.Sha256,
            n = predictions.Count,
            accuracy = predictions.Accuracy(),
            low = interval.Lower,
            high = interval.Upper,
        }));
        AtomicFile.WriteText(path, JsonSerializer.Serialize(entries, Indented) + "\n");
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
