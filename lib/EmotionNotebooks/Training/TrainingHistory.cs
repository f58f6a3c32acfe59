using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmotionNotebooks.Training;

/// <summary>The epochs of one training run, in order. Immutable: <see cref="Append"/> gives a longer one.</summary>
public sealed class TrainingHistory
{
    private const string CsvHeader =
        "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,validation_count,learning_rate,seconds,images_per_second";

    // Losses of a diverged run are NaN or infinite; JSON has no such numbers, so they are written as strings.
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly ImmutableList<EpochRecord> _epochs;

    /// <summary>A history of the given epochs.</summary>
    /// <param name="epochs">Epochs with strictly increasing numbers; none is a history that has not begun.</param>
    /// <exception cref="ArgumentException">The numbers do not increase.</exception>
    public TrainingHistory(IEnumerable<EpochRecord> epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        _epochs = [.. epochs];
        for (var index = 1; index < _epochs.Count; index++)
            RequireNext(_epochs[index - 1], _epochs[index]);
    }

    private TrainingHistory(ImmutableList<EpochRecord> epochs) => _epochs = epochs;

    /// <summary>A history without epochs.</summary>
    public static TrainingHistory Empty { get; } = new(ImmutableList<EpochRecord>.Empty);

    /// <summary>The epochs, in order.</summary>
    public IReadOnlyList<EpochRecord> Epochs => _epochs;

    /// <summary>The number of epochs.</summary>
    public int Count => _epochs.Count;

    /// <summary>The last epoch, or null when there is none.</summary>
    public EpochRecord? Last => _epochs.IsEmpty ? null : _epochs[^1];

    /// <summary>
    /// The epoch with the highest validation accuracy, or null when there is none. Of equals, the one with the lower
    /// validation loss; then the earlier one.
    /// </summary>
    public EpochRecord? Best
    {
        get
        {
            EpochRecord? best = null;
            foreach (var epoch in _epochs)
            {
                if (best is null || IsBetter(epoch, best))
                    best = epoch;
            }

            return best;
        }
    }

    /// <summary>How many epochs have passed since the best one.</summary>
    public int EpochsSinceBest => Best is { } best ? Count - 1 - _epochs.IndexOf(best) : 0;

    /// <summary>This history with one more epoch.</summary>
    /// <param name="epoch">The epoch; its number must be above the last one's.</param>
    /// <exception cref="ArgumentException">The number is not above the last one's.</exception>
    public TrainingHistory Append(EpochRecord epoch)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        if (Last is { } last)
            RequireNext(last, epoch);
        return new(_epochs.Add(epoch));
    }

    /// <summary>The history as CSV: a header line, then one line per epoch; numbers are written so that they read back exactly.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder(CsvHeader).Append('\n');
        foreach (var e in _epochs)
        {
            text.Append(string.Create(
                CultureInfo.InvariantCulture,
                $"{e.Epoch},{e.TrainLoss:R},{e.TrainAccuracy:R},{e.ValidationLoss:R},{e.ValidationAccuracy:R},{e.ValidationCount},{e.LearningRate:R},{e.Seconds:R},{e.ImagesPerSecond:R}\n"));
        }

        return text.ToString();
    }

    /// <summary>The history as a JSON array of epochs.</summary>
    public string ToJson() => JsonSerializer.Serialize(_epochs, JsonOptions) + "\n";

    /// <summary>Reads what <see cref="ToCsv"/> wrote.</summary>
    /// <param name="text">The CSV text; Windows line ends and a byte-order mark are accepted.</param>
    /// <exception cref="InvalidDataException">The text is not such a history; the message names the line.</exception>
    public static TrainingHistory FromCsv(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.TrimStart('\uFEFF').Split('\n');
        if (lines[0].TrimEnd('\r') != CsvHeader)
            throw new InvalidDataException($"Training history, line 1: expected '{CsvHeader}'.");

        var epochs = new List<EpochRecord>();
        for (var index = 1; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd('\r');
            if (line.Length == 0 && index == lines.Length - 1)
                break;
            epochs.Add(Validated($"line {index + 1}", () => ParseLine(line)));
        }

        return Validated("epochs", () => new TrainingHistory(epochs));
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="text">The JSON text.</param>
    /// <exception cref="InvalidDataException">The text is not such a history.</exception>
    public static TrainingHistory FromJson(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Validated("JSON", () =>
        {
            var epochs = JsonSerializer.Deserialize<EpochRecord?[]>(text, JsonOptions);
            if (epochs is null || epochs.Contains(null))
                throw new FormatException("expected an array of epochs");
            return new TrainingHistory(epochs!);
        });
    }

    /// <summary>Writes the history, as CSV or JSON after the path's extension, beside the target and renamed.</summary>
    /// <param name="path">Path that ends in .csv or .json; its folder is made when missing, an older file is replaced.</param>
    /// <exception cref="ArgumentException">The extension is another.</exception>
    public void Save(string path)
    {
        AtomicFile.WriteText(path, IsJson(path) ? ToJson() : ToCsv());
    }

    /// <summary>Reads a history that <see cref="Save"/> wrote.</summary>
    /// <param name="path">Path that ends in .csv or .json.</param>
    /// <exception cref="ArgumentException">The extension is another.</exception>
    /// <exception cref="InvalidDataException">The file is not such a history; the message names the file.</exception>
    public static TrainingHistory Load(string path)
    {
        var isJson = IsJson(path);
        var text = File.ReadAllText(path);
        try
        {
            return isJson ? FromJson(text) : FromCsv(text);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    internal static bool IsBetter(EpochRecord epoch, EpochRecord best) =>
        epoch.ValidationAccuracy > best.ValidationAccuracy
        || (epoch.ValidationAccuracy == best.ValidationAccuracy && Comparable(epoch.ValidationLoss) < Comparable(best.ValidationLoss));

    // A loss that is not a number compares with nothing; it must not win for that.
    private static double Comparable(double loss) => double.IsNaN(loss) ? double.PositiveInfinity : loss;

    private static void RequireNext(EpochRecord before, EpochRecord epoch)
    {
        if (epoch.Epoch <= before.Epoch)
            throw new ArgumentException($"Epoch {epoch.Epoch} comes after epoch {before.Epoch}; the numbers must increase.", nameof(epoch));
    }

    private static bool IsJson(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => true,
            ".csv" => false,
            var other => throw new ArgumentException($"A training history is a .csv or .json file, not '{other}': {path}", nameof(path)),
        };
    }

    private static EpochRecord ParseLine(string line)
    {
        var fields = line.Split(',');
        if (fields.Length != 9)
            throw new FormatException($"expected 9 fields, found {fields.Length}");
        return new EpochRecord(
            Integer(fields[0]),
            Number(fields[1]),
            Number(fields[2]),
            Number(fields[3]),
            Number(fields[4]),
            Integer(fields[5]),
            Number(fields[6]),
            Number(fields[7]),
            Number(fields[8]));
    }

    private static int Integer(string field) => int.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);

    private static double Number(string field) => double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static T Validated<T>(string where, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or JsonException)
        {
            throw new InvalidDataException($"Training history, {where}: {e.Message}", e);
        }
    }
}
