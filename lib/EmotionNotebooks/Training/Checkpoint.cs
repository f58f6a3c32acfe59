using System.Security.Cryptography;
using System.Text.Json;
using EmotionNotebooks.Export;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>
/// A training on disk, from which it goes on as if it had never stopped: <c>last.json</c>, and beside it safetensors files with the weights,
/// the optimizer's memory and the averaged weights.
/// </summary>
/// <remarks>
/// The tensors are written first, under names of their own; then <c>last.json</c> is replaced, which is the moment at which the new checkpoint
/// holds; then the older tensors go. Whatever stops the process at whatever moment, one whole checkpoint is there.
/// </remarks>
public sealed class Checkpoint
{
    /// <summary>The name of the JSON file in a run's folder.</summary>
    public const string FileName = "last.json";

    private const string Weights = "weights";
    private const string Optimizer = "optimizer";
    private const string Average = "average";

    private readonly string _folder;
    private readonly CheckpointHeader _header;

    private Checkpoint(string folder, CheckpointHeader header) => (_folder, _header) = (folder, header);

    /// <summary>How the training trains.</summary>
    public TrainingOptions Options => _header.Options;

    /// <summary>The epochs that ended.</summary>
    public TrainingHistory History => new(_header.History);

    /// <summary>The running epoch, from 1.</summary>
    public int Epoch => _header.Epoch;

    /// <summary>Steps taken in the running epoch.</summary>
    public int Step => _header.Step;

    /// <summary>Whether a folder holds a checkpoint.</summary>
    /// <param name="folder">Folder of a run.</param>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Writes a checkpoint; an older one in the folder is replaced.</summary>
    /// <param name="folder">Folder of the run.</param>
    /// <param name="state">Where the training stands.</param>
    public static void Save(string folder, TrainingState state)
    {
        using var scope = NewDisposeScope();
        var prefix = $"last-{state.Epoch:000}-{state.Step:00000}";
        var files = new Dictionary<string, CheckpointFile>
        {
            [Weights] = Write(Weights, state.Network.state_dict()),
            [Optimizer] = Write(Optimizer, OptimizerTensors.Of(state.Optimizer, state.Network)),
        };
        if (state.Averages is { } averages)
        {
            files[Average] = Write(Average, averages);
        }

        var header = new CheckpointHeader(
            CheckpointHeader.CurrentFormat,
            LibraryVersion.Current,
            DateTime.UtcNow,
            state.Options,
            state.Faces,
            state.Epoch,
            state.Step,
            state.StepsTaken,
            new LearningRateSchedule(state.Options, state.StepsPerEpoch).At(state.StepsTaken, state.History),
            state.Means,
            files,
            state.History.Epochs);
        AtomicFile.WriteText(Path.Combine(folder, FileName), header.ToJson());
        RemoveOthers(folder, [.. files.Values.Select(file => file.Name)]);

        CheckpointFile Write(string what, IReadOnlyDictionary<string, Tensor> tensors)
        {
            var name = $"{prefix}.{what}.safetensors";
            var path = Path.Combine(folder, name);
            Safetensors.Save(path, tensors);
            return new(name, HashOf(path));
        }
    }

    /// <summary>Reads a checkpoint and checks that it is whole.</summary>
    /// <param name="folder">Folder of the run.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is damaged or something else; the message names the file and what is wrong.</exception>
    public static Checkpoint Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{folder}: no checkpoint to resume from; a training leaves {FileName} in its folder");
        }

        var header = Read(path);
        foreach (var file in header.Files.Values)
        {
            var tensors = Path.Combine(folder, file.Name);
            if (file.Name != Path.GetFileName(file.Name) || !File.Exists(tensors))
            {
                throw new InvalidDataException($"{path} names {file.Name}, which is not beside it");
            }

            if (HashOf(tensors) != file.Sha256)
            {
                throw new InvalidDataException($"{tensors} is damaged: its SHA-256 is not the one in {path}");
            }
        }

        return new Checkpoint(folder, header);
    }

    /// <summary>Puts a training where it was.</summary>
    internal void Restore(TrainingState state)
    {
        RequireSame(state);
        using var scope = NewDisposeScope();
        try
        {
            LoadInto(Weights, state.Network.state_dict());
            if (state.Averages is { } averages)
            {
                LoadInto(Average, averages);
            }

            With(Optimizer, tensors => OptimizerTensors.Restore(state.Optimizer, state.Network, tensors));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Path.Combine(_folder, FileName)}: {e.Message}", e);
        }

        state.History = History;
        state.Step = _header.Step;
        state.Means = _header.Means;
    }

    private static CheckpointHeader Read(string path)
    {
        CheckpointHeader? header;
        try
        {
            header = JsonSerializer.Deserialize<CheckpointHeader>(File.ReadAllText(path), CheckpointHeader.Json);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} is no checkpoint: {e.Message}", e);
        }

        if (header?.Format != CheckpointHeader.CurrentFormat)
        {
            throw new InvalidDataException($"{path} is no checkpoint: its format is '{header?.Format}'; expected '{CheckpointHeader.CurrentFormat}'");
        }

        try
        {
            _ = new TrainingHistory(header.History);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{path} is no checkpoint: {e.Message}", e);
        }

        return header.Files.ContainsKey(Weights) && header.Files.ContainsKey(Optimizer)
            ? header
            : throw new InvalidDataException($"{path} is no whole checkpoint: it names the files {string.Join(", ", header.Files.Keys)}; expected {Weights} and {Optimizer}");
    }

    private void RequireSame(TrainingState state)
    {
        var path = Path.Combine(_folder, FileName);
        if (_header.Faces != state.Faces)
        {
            throw new InvalidDataException($"{path} was trained on other faces (their SHA-256 differs); resume with the same --data, --votes and --map");
        }

        var (was, now) = (Essence(_header.Options), Essence(state.Options));
        if (was != now)
        {
            throw new InvalidDataException($"{path} trains with {was}; it can't be resumed with {now}");
        }

        var steps = ((long)(_header.Epoch - 1) * state.StepsPerEpoch) + _header.Step;
        if (_header.StepsTaken != steps || _header.Step >= state.StepsPerEpoch || (_header.History.Count == 0 ? 0 : _header.History[^1].Epoch) + 1 != _header.Epoch)
        {
            throw new InvalidDataException($"{path}: epoch {_header.Epoch}, step {_header.Step}, {_header.StepsTaken} steps in all; that does not fit together");
        }
    }

    private void LoadInto(string what, IReadOnlyDictionary<string, Tensor> targets)
    {
        With(what, tensors =>
        {
            using var off = no_grad();
            foreach (var (name, target) in targets)
            {
                if (!tensors.TryGetValue(name, out var source) || !source.shape.SequenceEqual(target.shape) || source.dtype != target.dtype)
                {
                    throw new InvalidDataException($"its {what} don't fit the network: '{name}' is missing or has another shape");
                }

                target.copy_(source);
            }
        });
    }

    private void With(string what, Action<Dictionary<string, Tensor>> use)
    {
        if (!_header.Files.TryGetValue(what, out var file))
        {
            throw new InvalidDataException($"it has no {what}");
        }

        var tensors = Safetensors.Load(Path.Combine(_folder, file.Name)).Tensors;
        try
        {
            use(tensors);
        }
        finally
        {
            TensorCopies.Free(tensors);
        }
    }

    // What the numbers that were saved belong to.
    private static string Essence(TrainingOptions options) =>
        $"{options.Model}, {options.Optimizer}, batch {options.BatchSize}, seed {options.Seed}";

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    // Tensors of older checkpoints, and of those that never came to hold.
    private static void RemoveOthers(string folder, string[] keep)
    {
        foreach (var path in Directory.GetFiles(folder, "last-*.safetensors"))
        {
            if (!keep.Contains(Path.GetFileName(path)))
            {
                File.Delete(path);
            }
        }
    }
}
