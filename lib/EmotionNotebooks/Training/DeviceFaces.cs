using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>A face set on a device, as bytes (2.3 KB a face); batches are gathered and scaled there.</summary>
public sealed class DeviceFaces : IDisposable
{
    private readonly Tensor _pixels; // (N, 1, 48, 48) uint8
    private readonly Tensor _labels; // (N) int64

    /// <param name="faces">The faces.</param>
    /// <param name="device">Where they go.</param>
    public DeviceFaces(FaceSet faces, Device device)
    {
        using var scope = NewDisposeScope();
        Count = faces.Count;
        ClassCount = faces.ClassNames.Count;
        var labels = new long[Count];
        for (var i = 0; i < Count; i++)
        {
            labels[i] = faces.Labels[i];
        }

        _pixels = tensor(faces.Pixels.ToArray(), [Count, 1, FaceSet.Side, FaceSet.Side]).to(device).DetachFromDisposeScope();
        _labels = tensor(labels).to(device).DetachFromDisposeScope();
    }

    /// <summary>Number of faces.</summary>
    public int Count { get; }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Gathers faces by their indices.</summary>
    /// <param name="indices">Indices below <see cref="Count"/>.</param>
    /// <returns>Faces (n, 1, 48, 48) in [0, 1] and labels (n).</returns>
    public (Tensor Faces, Tensor Labels) Gather(ReadOnlySpan<long> indices)
    {
        using var scope = NewDisposeScope();
        var index = tensor(indices.ToArray()).to(_labels.device);
        return Batch(_pixels.index_select(0, index), _labels.index_select(0, index));
    }

    /// <summary>Takes neighbouring faces.</summary>
    /// <param name="start">Index of the first.</param>
    /// <param name="count">How many.</param>
    /// <returns>Faces (count, 1, 48, 48) in [0, 1] and labels (count).</returns>
    public (Tensor Faces, Tensor Labels) Slice(int start, int count)
    {
        using var scope = NewDisposeScope();
        return Batch(_pixels.narrow(0, start, count), _labels.narrow(0, start, count));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels.Dispose();
        _labels.Dispose();
    }

    private static (Tensor Faces, Tensor Labels) Batch(Tensor pixels, Tensor labels)
    {
        var faces = pixels.to(ScalarType.Float32).div_(255f);
        return (Acceleration.ChannelsLast(faces).MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }
}
