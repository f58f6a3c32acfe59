using EmotionNotebooks.Export;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Keeps what a training yields: the checkpoint to resume from, and after every epoch the best weights, the history, the record.</summary>
/// <param name="folder">The run's folder; it is made when the first epoch ends.</param>
/// <param name="network">The network that trains.</param>
/// <param name="classNames">What its outputs stand for.</param>
/// <param name="record">What the run is.</param>
public sealed class RunFolder(
    string folder,
    nn.Module<Tensor, Tensor> network,
    IReadOnlyList<string> classNames,
    RunRecord record) : TrainingCallback
{
    /// <summary>The weights of the epoch that validated best.</summary>
    public string BestWeights { get; } = Path.Combine(folder, "best.safetensors");

    /// <summary>The record as it stands.</summary>
    public RunRecord Record { get; private set; } = record;

    /// <inheritdoc/>
    public override void OnStart(TrainingState state)
    {
        // Stopped between an epoch's checkpoint and what is kept of it: the network holds that epoch's weights still.
        if (state is { Step: 0, History.Count: > 0 })
        {
            OnEpochEnd(state.History);
        }
    }

    /// <inheritdoc/>
    public override void OnCheckpoint(TrainingState state) => Checkpoint.Save(folder, state);

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingHistory history)
    {
        if (history.Best == history.Last)
        {
            ModelFile.Save(BestWeights, network, Record.Options.Model, classNames, hasOtherHeads: Record.Options.VoteHead > 0);
        }

        history.Save(Path.Combine(folder, "history.csv"));
        history.Save(Path.Combine(folder, "history.json"));
        Update(Record with { Best = history.Best, Seconds = history.Epochs.Sum(epoch => epoch.Seconds) });
    }

    /// <summary>Replaces the record and writes it.</summary>
    /// <param name="record">The new one.</param>
    public void Update(RunRecord record)
    {
        Record = record;
        Record.Save(Path.Combine(folder, RunRecord.FileName));
    }
}
