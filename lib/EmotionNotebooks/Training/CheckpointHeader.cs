using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmotionNotebooks.Training;

/// <summary>The readable half of a checkpoint: a JSON file that names the files with the tensors and says all the rest.</summary>
/// <param name="Format">What kind of file it is.</param>
/// <param name="Version">The library's version and commit that wrote it.</param>
/// <param name="Saved">When, in UTC.</param>
/// <param name="Options">How the training trains, with its seed.</param>
/// <param name="Faces">Hashes of what it learns from and selects by.</param>
/// <param name="Epoch">The running epoch, from 1.</param>
/// <param name="Step">Steps taken in it.</param>
/// <param name="StepsTaken">Steps taken in all, which the schedule and everything random follow from.</param>
/// <param name="LearningRate">The learning rate of the next step.</param>
/// <param name="Means">What the running epoch measured so far.</param>
/// <param name="Files">The files with the tensors by what they hold: weights, optimizer, average.</param>
/// <param name="History">The epochs that ended.</param>
internal sealed record CheckpointHeader(
    string Format,
    string Version,
    DateTime Saved,
    TrainingOptions Options,
    FacePrints Faces,
    int Epoch,
    int Step,
    long StepsTaken,
    double LearningRate,
    RunningMeans Means,
    IReadOnlyDictionary<string, CheckpointFile> Files,
    IReadOnlyList<EpochRecord> History)
{
    /// <summary>The format that is written and read.</summary>
    public const string CurrentFormat = "emotion-notebooks/checkpoint/1";

    /// <summary>How runs and checkpoints are written as JSON.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The JSON text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
