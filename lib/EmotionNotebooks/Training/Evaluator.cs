using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;
using static TorchSharp.torch;

namespace EmotionNotebooks.Training;

/// <summary>Runs a network over a face set in evaluation mode, without gradients.</summary>
public sealed class Evaluator : IDisposable
{
    private const int BatchSize = 256;

    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly FaceSet _faces;
    private readonly ComputeTarget _target;
    private readonly DeviceFaces _data;

    /// <param name="network">The network; it is moved to the target's device.</param>
    /// <param name="faces">What it is judged by.</param>
    /// <param name="target">Device and precision.</param>
    public Evaluator(nn.Module<Tensor, Tensor> network, FaceSet faces, ComputeTarget target)
    {
        _network = network;
        target.Place(network);
        _faces = faces;
        _target = target;
        _data = new DeviceFaces(faces, target.Device);
    }

    /// <summary>Predicts every face; the network is left in the mode it was in.</summary>
    public Predictions Predict()
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var wasTraining = _network.training;
        _network.eval();
        var probabilities = new float[_faces.Count * _faces.ClassNames.Count];
        for (var start = 0; start < _faces.Count; start += BatchSize)
        {
            using var batchScope = NewDisposeScope();
            var (faces, _) = _data.Slice(start, Math.Min(BatchSize, _faces.Count - start));
            Tensor logits;
            using (_target.Begin())
            {
                logits = _network.call(faces);
            }

            // What lies beyond the classes are other heads.
            logits = logits.narrow(1, 0, _faces.ClassNames.Count).to(ScalarType.Float32);
            var batch = nn.functional.softmax(logits, 1).cpu(); // (n, classes)
            batch.contiguous().data<float>().CopyTo(probabilities, start * _faces.ClassNames.Count);
        }

        _network.train(wasTraining);
        return new Predictions(probabilities, _faces.Labels.ToArray(), _faces.ClassNames.Count);
    }

    /// <inheritdoc/>
    public void Dispose() => _data.Dispose();
}
