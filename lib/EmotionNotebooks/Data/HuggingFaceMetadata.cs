using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmotionNotebooks.Data;

/// <summary>What Hugging Face's <c>datasets</c> writes into a Parquet file under the key <see cref="Key"/>: the features, and with them
/// the names of the labels.</summary>
internal static class HuggingFaceMetadata
{
    /// <summary>The key of the metadata.</summary>
    public const string Key = "huggingface";

    /// <summary>The names of a column's labels, in label order; null where the metadata doesn't call it a class label.</summary>
    /// <param name="json">The metadata.</param>
    /// <param name="column">The label's column.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="FaceDataException">The metadata is damaged: guessing the order of the classes would be worse.</exception>
    public static IReadOnlyList<string>? ClassNames(string json, string column, string path)
    {
        try
        {
            var feature = JsonNode.Parse(json)?["info"]?["features"]?[column];
            return feature?["_type"]?.GetValue<string>() == "ClassLabel"
                ? [.. feature["names"]!.AsArray().Select(name => name!.GetValue<string>())]
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new FaceDataException(
                $"{path}: its '{Key}' metadata does not say the class names of {column} ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); "
                + "expected what the datasets library writes", e);
        }
    }

    /// <summary>The metadata of a file with the columns image, label and split.</summary>
    /// <param name="classNames">The names of the labels, in label order.</param>
    public static string Of(IReadOnlyList<string> classNames)
    {
        var features = new JsonObject
        {
            ["image"] = new JsonObject { ["_type"] = "Image" },
            ["label"] = new JsonObject { ["names"] = new JsonArray([.. classNames.Select(name => JsonValue.Create(name))]), ["_type"] = "ClassLabel" },
            ["split"] = new JsonObject { ["dtype"] = "string", ["_type"] = "Value" },
        };
        return new JsonObject { ["info"] = new JsonObject { ["features"] = features } }.ToJsonString();
    }
}
