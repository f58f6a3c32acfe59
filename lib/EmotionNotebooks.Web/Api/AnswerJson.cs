using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Web.Api;

/// <summary>Answers as JSON; openapi.json describes them. Faces have the members that <c>emotion predict --json</c> writes.</summary>
internal static class AnswerJson
{
    /// <summary>Escapes what JSON must escape and no more; the answers are never part of HTML.</summary>
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The readings of a request's pictures, in their order.</summary>
    public static byte[] Write(IEnumerable<PhotoReading> readings, string model) => Write(json =>
    {
        json.WriteString("model", model);
        json.WriteStartArray("pictures");
        foreach (var reading in readings)
        {
            json.WriteStartObject();
            json.WriteString("name", reading.Origin);
            json.WriteNumber("width", reading.Width);
            json.WriteNumber("height", reading.Height);
            json.WriteStartArray("faces");
            foreach (var face in reading.Faces)
            {
                Write(json, face);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The network, and what a request may hold.</summary>
    public static byte[] Write(ModelCard model, EmotionReader reader, ServeOptions options) => Write(json =>
    {
        json.WriteString("name", model.Name);
        json.WriteString("weights", model.Weights);
        json.WriteString("sha256", model.Sha256);
        json.WriteStartArray("classes");
        foreach (var name in reader.ClassNames)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteNumber("parameters", model.Parameters);
        json.WriteNumber("multiply_adds", model.MultiplyAdds);
        json.WriteString("detector", model.Detector);
        json.WriteString("compute", model.Compute);
        json.WriteNumber("uncertain_below", reader.UncertainBelow);
        json.WriteStartObject("limits");
        json.WriteNumber("body_bytes", options.MaxBodyBytes);
        json.WriteNumber("pixels", options.MaxPixels);
        json.WriteNumber("pictures", options.MaxPictures);
        json.WriteNumber("requests_per_second", options.RequestsPerSecond);
        json.WriteNumber("requests_in_flight", options.MaxInFlight);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, FaceReading face)
    {
        json.WriteStartObject();
        json.WriteStartObject("box");
        json.WriteNumber("x", Math.Round(face.Box.X, 2));
        json.WriteNumber("y", Math.Round(face.Box.Y, 2));
        json.WriteNumber("width", Math.Round(face.Box.Width, 2));
        json.WriteNumber("height", Math.Round(face.Box.Height, 2));
        json.WriteEndObject();
        json.WriteNumber("detection_score", face.DetectionScore);
        json.WriteString("predicted", face.Predicted);
        json.WriteNumber("confidence", face.Confidence);
        json.WriteBoolean("uncertain", face.IsUncertain);
        json.WriteStartObject("probabilities");
        for (var i = 0; i < face.Probabilities.Count; i++)
        {
            json.WriteNumber(face.ClassNames[i], face.Probabilities[i]);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
