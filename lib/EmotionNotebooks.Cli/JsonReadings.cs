using System.Text.Json;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Cli;

/// <summary>JSON Lines: an object and a line for each picture.</summary>
internal sealed class JsonReadings : ReadingFormat
{
    public override string Name => "JSON Lines file";

    public override string Header => "";

    public override string Text(Prediction prediction) =>
        ReadingJson.Line(prediction.Picture, prediction.Network, prediction.Reading, prediction.Fault) + "\n";

    public override IEnumerable<WrittenPicture> Pictures(string text, string source)
    {
        foreach (var (line, end) in Lines(text, 0))
        {
            yield return Parse(line, end) ?? throw new InvalidDataException($"{source} is no {Name} of 'emotion predict': '{line[..Math.Min(60, line.Length)]}'");
        }
    }

    private static WrittenPicture? Parse(string line, int end)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("picture", out var picture)
                && json.RootElement.TryGetProperty("network", out var network)
                ? new(picture.GetString() ?? "", network.GetString() ?? "", end)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
