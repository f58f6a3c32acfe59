using System.Text.Json.Serialization;

namespace EmotionNotebooks.Bench;

/// <summary>The answer to one request, as the driver reads it.</summary>
internal sealed record Measurement(
    [property: JsonPropertyName("images_per_second")] double ImagesPerSecond,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("steps")] int Steps,
    [property: JsonPropertyName("parameters")] long Parameters);
