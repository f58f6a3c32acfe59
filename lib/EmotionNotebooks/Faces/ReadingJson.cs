using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmotionNotebooks.Faces;

/// <summary>Readings as JSON: one object for each picture.</summary>
public static class ReadingJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line, without its end: picture, network, size and faces, or picture, network and error.</summary>
    /// <param name="picture">The picture's path.</param>
    /// <param name="network">Which network read it.</param>
    /// <param name="reading">What it read; null where it could not.</param>
    /// <param name="error">Why it could not; null where it could.</param>
    public static string Line(string picture, string network, PhotoReading? reading, string? error = null) => reading is null
        ? JsonSerializer.Serialize(new { Picture = picture, Network = network, Error = error }, Options)
        : JsonSerializer.Serialize(
            new { Picture = picture, Network = network, reading.Width, reading.Height, Faces = reading.Faces.Select(Face) }, Options);

    private static object Face(FaceReading face) => new
    {
        Box = new { face.Box.X, face.Box.Y, face.Box.Width, face.Box.Height },
        face.DetectionScore,
        face.Predicted,
        face.Confidence,
        Uncertain = face.IsUncertain,
        Probabilities = face.ClassNames.Zip(face.Probabilities).ToDictionary(pair => pair.First, pair => pair.Second),
    };
}
