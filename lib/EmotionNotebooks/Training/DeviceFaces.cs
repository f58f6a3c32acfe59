using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>A face set on a device, as bytes (2.3 KB a face); batches are gathered and scaled there.</summary>
public sealed class DeviceFaces : IDisposable
{
    private readonly Tensor _pixels; // (N, 1, 48, 48) uint8
    private readonly Tensor _targets; // (N) int64, or (N, K) float32

    /// <param name="faces">The faces.</param>
    /// <param name="device">Where they go.</param>
    public DeviceFaces(FaceSet faces, Device device)
        : this(faces, device, null)
    {
    }

    /// <param name="faces">The faces.</param>
    /// <param name="device">Where they go.</param>
    /// <param name="options">Whether the votes have a say in what is learned.</param>
    internal DeviceFaces(FaceSet faces, Device device, TrainingOptions? options)
    {
        using var scope = NewDisposeScope();
        Count = faces.Count;
        ClassCount = faces.ClassNames.Count;
        _pixels = tensor(faces.Pixels.ToArray(), [Count, 1, FaceSet.Side, FaceSet.Side]).to(device).DetachFromDisposeScope();
        _targets = Targets(faces, options).to(device).DetachFromDisposeScope();
    }

    /// <summary>Number of faces.</summary>
    public int Count { get; }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Gathers faces by their indices.</summary>
    /// <param name="indices">Indices below <see cref="Count"/>.</param>
    /// <returns>Faces (n, 1, 48, 48) in [0, 1] and their labels (n), or what else they are to be learned as (n, K).</returns>
    public (Tensor Faces, Tensor Targets) Gather(ReadOnlySpan<long> indices)
    {
        using var scope = NewDisposeScope();
        var index = tensor(indices.ToArray()).to(_targets.device);
        return Batch(_pixels.index_select(0, index), _targets.index_select(0, index));
    }

    /// <summary>Takes neighbouring faces.</summary>
    /// <param name="start">Index of the first.</param>
    /// <param name="count">How many.</param>
    /// <returns>Faces (count, 1, 48, 48) in [0, 1] and their labels (count), or what else they are to be learned as (count, K).</returns>
    public (Tensor Faces, Tensor Targets) Slice(int start, int count)
    {
        using var scope = NewDisposeScope();
        return Batch(_pixels.narrow(0, start, count), _targets.narrow(0, start, count));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels.Dispose();
        _targets.Dispose();
    }

    private static Tensor Targets(FaceSet faces, TrainingOptions? options)
    {
        if (options is { VoteShare: > 0 } or { VoteHead: > 0 })
        {
            var rows = VoteTargets.Of(faces, options.VoteShare, options.VoteHead > 0);
            return tensor(rows, [faces.Count, rows.Length / Math.Max(1, faces.Count)]);
        }

        var labels = new long[faces.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = faces.Labels[i];
        }

        return tensor(labels);
    }

    private static (Tensor Faces, Tensor Targets) Batch(Tensor pixels, Tensor targets)
    {
        var faces = pixels.to(ScalarType.Float32).div_(255f);
        return (Acceleration.ChannelsLast(faces).MoveToOuterDisposeScope(), targets.MoveToOuterDisposeScope());
    }
}
