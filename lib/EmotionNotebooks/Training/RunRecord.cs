using System.Text.Json;

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
    /// <summary>The name of the file in a run's folder.</summary>
    public const string FileName = "run.json";

    /// <summary>The library's version and the commit it was built from, where that is known.</summary>
    public string Version { get; init; } = LibraryVersion.Current;

    /// <summary>When it came to its end, in UTC; null while it runs or waits to be resumed.</summary>
    public DateTime? Ended { get; init; }

    /// <summary>Training and validation time of all epochs, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>The arguments of the command line that name the faces, so that a run can be resumed by its folder alone.</summary>
    public IReadOnlyList<string> DataArguments { get; init; } = [];

    /// <summary>Writes the record as JSON.</summary>
    /// <param name="path">The target, replaced once everything is written.</param>
    public void Save(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, CheckpointHeader.Json) + "\n");

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is something else; the message names it and what is wrong.</exception>
    public static RunRecord Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(path), CheckpointHeader.Json)
                ?? throw new InvalidDataException($"{path} is no record of a run: it is empty");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} is no record of a run: {e.Message}", e);
        }
    }
}
