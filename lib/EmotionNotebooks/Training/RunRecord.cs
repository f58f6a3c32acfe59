using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmotionNotebooks.Training;

/// <summary>What a run was: enough to repeat it.</summary>
/// <param name="Options">How it trained.</param>
/// <param name="Data">Where the faces came from.</param>
/// <param name="DataSha256">SHA-256 of pixels, labels and splits.</param>
/// <param name="Split">How they were divided.</param>
/// <param name="ValidationName">What the faces that select are called beside a figure.</param>
/// <param name="Compute">Device, precision, threads, engine.</param>
/// <param name="Started">When it began, in UTC.</param>
/// <param name="Best">The epoch whose weights were kept; null before the first ended.</param>
/// <param name="Test">What the kept weights give on the held-out part, in words; null where there is none.</param>
public sealed record RunRecord(
    TrainingOptions Options,
    string Data,
    string DataSha256,
    string Split,
    string ValidationName,
    string Compute,
    DateTime Started,
    EpochRecord? Best,
    string? Test)
{
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The library's version and the commit it was built from, where that is known.</summary>
    public string Version { get; } =
        typeof(RunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Writes the record as JSON.</summary>
    /// <param name="path">The target, replaced once everything is written.</param>
    public void Save(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, JsonOptions) + "\n");
}
