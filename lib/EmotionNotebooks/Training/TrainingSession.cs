using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Models;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>
/// A recipe, faces, and a folder in which everything lies that comes of them. A training that was stopped goes on from its last
/// checkpoint; one that came to its end is not repeated.
/// </summary>
public sealed class TrainingSession : IDisposable
{
    private readonly Recipe _recipe;
    private readonly FaceSet _faces;
    private readonly Checkpoint? _from;
    private readonly RunFolder _run;
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <summary>Divides the faces and makes the network; nothing is written yet.</summary>
    /// <param name="folder">The folder; it may be missing, or hold an earlier part of the same training.</param>
    /// <param name="recipe">Options and split.</param>
    /// <param name="faces">The faces, PrivateTest withheld.</param>
    /// <param name="dataArguments">The arguments of the command line that name the faces, for the record.</param>
    /// <exception cref="ArgumentException">The folder holds a finished training with other options or on other faces.</exception>
    /// <exception cref="InvalidDataException">The folder's checkpoint or record is damaged, or the initial weights don't fit.</exception>
    public TrainingSession(string folder, Recipe recipe, FaceSet faces, IReadOnlyList<string>? dataArguments = null)
    {
        (Folder, _recipe, _faces) = (folder, recipe, faces);
        var options = recipe.Options;
        Split = recipe.Split.Apply(faces, options.Seed);
        Target = ComputeTarget.Choose(options);
        manual_seed((long)options.Seed);
        _network = ModelCatalog.Find(options.Model).Create(options.OutputsFor(faces.ClassNames.Count));
        Summary = ModelSummary.Of(_network);
        _from = Checkpoint.Exists(folder) ? Checkpoint.Load(folder) : null;
        if (_from is null && options.InitialWeights.Length > 0)
        {
            InitialWeights.CopyInto(_network, options.InitialWeights);
        }

        var earlier = Earlier();
        var record = earlier ?? new RunRecord(
            options, faces.Source, faces.Sha256, Split.Description, Split.ValidationName, Target.ToString(), DateTime.UtcNow, _from?.History.Best, Test: null);
        if (record.Ended is null)
        {
            record = record with { Options = options, Compute = Target.ToString(), DataArguments = dataArguments ?? record.DataArguments };
        }

        _run = new RunFolder(folder, _network, faces.ClassNames, record);
    }

    /// <summary>Where everything goes.</summary>
    public string Folder { get; }

    /// <summary>The faces that train, that select, and that are held out.</summary>
    public DataSplit Split { get; }

    /// <summary>Where it computes.</summary>
    public ComputeTarget Target { get; }

    /// <summary>The network's layers.</summary>
    public ModelSummary Summary { get; }

    /// <summary>What the training is, and what it came to so far.</summary>
    public RunRecord Record => _run.Record;

    /// <summary>The weights of the epoch that validated best; a file from the first epoch's end on.</summary>
    public string BestWeights => _run.BestWeights;

    /// <summary>Whether it came to its end, now or earlier.</summary>
    public bool IsFinished => Record.Ended is not null;

    /// <summary>Where it goes on from: the epoch and how many of its steps are done; null for a new or a finished training.</summary>
    public (int Epoch, int Step)? GoesOnFrom => _from is null || IsFinished ? null : (_from.Epoch, _from.Step);

    /// <summary>Trains to the end, and judges the best weights; a finished training is only read.</summary>
    /// <param name="callbacks">Who is told how it goes.</param>
    /// <param name="cancellation">Stops it after the running step, with a checkpoint.</param>
    /// <returns>What each epoch measured.</returns>
    /// <exception cref="DivergedException">The loss became NaN or infinite; the last good checkpoint stays.</exception>
    /// <exception cref="IOException">Another process trains in the folder.</exception>
    public TrainingHistory Train(IReadOnlyList<TrainingCallback>? callbacks = null, CancellationToken cancellation = default)
    {
        if (IsFinished)
        {
            return TrainingHistory.Load(Path.Combine(Folder, "history.csv"));
        }

        using var held = new RunLock(Folder);
        _run.Update(Record);
        var history = new Trainer(_network, _recipe.Options, Target, [_run, .. callbacks ?? []])
            .Fit(Split.Training, Split.Validation, _from, cancellation);
        if (history.Count > 0 && Split.Test is { } test)
        {
            _run.Update(Record with { Test = Judge(test).AccuracyInterval().ToString() });
        }

        if (!cancellation.IsCancellationRequested)
        {
            _run.Update(Record with { Ended = DateTime.UtcNow });
        }

        return history;
    }

    /// <summary>What the best weights say of faces.</summary>
    /// <param name="faces">The faces.</param>
    /// <exception cref="FileNotFoundException">No epoch has ended yet.</exception>
    public Predictions Judge(FaceSet faces)
    {
        using var network = ModelFile.Load(BestWeights).Network;
        using var evaluator = new Evaluator(network, faces, Target);
        return evaluator.Predict();
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    /// <summary>The folder's record; null where there is none.</summary>
    private RunRecord? Earlier()
    {
        var path = Path.Combine(Folder, RunRecord.FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var record = RunRecord.Load(path);
        var now = _recipe.Options;
        var was = record.Options with { Device = now.Device, Precision = now.Precision, Threads = now.Threads };
        return (record.Ended is null, record.DataSha256 == _faces.Sha256, was.Epochs < now.Epochs && was with { Epochs = now.Epochs } == now) switch
        {
            (true, _, _) => record,
            (_, true, _) when was == now => record,
            (_, true, true) => record with { Ended = null },
            _ => throw new ArgumentException($"{Folder} holds a training on other faces or with other options; name another folder, or delete it"),
        };
    }
}
