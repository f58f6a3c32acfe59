using EmotionNotebooks.Data;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Explain;

/// <summary>Explains what a network says of faces, by Grad-CAM and by occlusion, in fp32.</summary>
public sealed class FaceExplainer
{
    private const int BatchSize = 64;

    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly IReadOnlyList<string> _classNames;
    private readonly ComputeTarget _target;
    private readonly GradCam _gradCam;
    private readonly Occlusion _occlusion;

    /// <param name="network">The network; it is moved to the target's device.</param>
    /// <param name="classNames">What its first outputs stand for; what lies beyond are other heads.</param>
    /// <param name="target">Where to compute; the precision is fp32 in any case, since a rounded probability hides small losses.</param>
    /// <param name="layer">The layer whose maps Grad-CAM weighs; <see cref="SpatialLayer.Last"/> by default.</param>
    /// <param name="occlusion">The square that covers; 8 pixels, moved by 4, by default.</param>
    /// <exception cref="ArgumentException">The network has no layer that gives a map.</exception>
    public FaceExplainer(
        nn.Module<Tensor, Tensor> network,
        IReadOnlyList<string> classNames,
        ComputeTarget target,
        SpatialLayer? layer = null,
        Occlusion? occlusion = null)
    {
        target.Place(network);
        _network = network;
        _classNames = classNames;
        _target = target;
        _gradCam = new GradCam(network, layer);
        _occlusion = occlusion ?? new Occlusion();
    }

    /// <summary>The layer whose maps Grad-CAM weighs.</summary>
    public SpatialLayer Layer => _gradCam.Layer;

    /// <summary>The square that covers.</summary>
    public Occlusion Occlusion => _occlusion;

    /// <summary>Explains the faces of a set.</summary>
    /// <param name="faces">Labelled faces.</param>
    /// <param name="explained">The class to explain, an index into the class names; the predicted one by default.</param>
    /// <returns>One for each face, in their order.</returns>
    public IReadOnlyList<FaceExplanation> Explain(FaceSet faces, int? explained = null)
    {
        var origins = Enumerable.Range(0, faces.Count).Select(i => faces.Origins[i]).ToArray();
        var labels = Array.ConvertAll(faces.Labels.ToArray(), label => faces.ClassNames[label]);
        return Explain(faces.Pixels, origins, labels, explained);
    }

    /// <summary>Explains faces without labels.</summary>
    /// <param name="pixels">N × 48 × 48 grey bytes.</param>
    /// <param name="origins">Where each of the N faces comes from.</param>
    /// <param name="explained">The class to explain, an index into the class names; the predicted one by default.</param>
    /// <returns>One for each face, in their order.</returns>
    public IReadOnlyList<FaceExplanation> Explain(ReadOnlyMemory<byte> pixels, IReadOnlyList<string> origins, int? explained = null) =>
        Explain(pixels, origins, null, explained);

    private List<FaceExplanation> Explain(ReadOnlyMemory<byte> pixels, IReadOnlyList<string> origins, string[]? labels, int? explained)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, origins.Count * FaceSet.PixelsPerFace, nameof(pixels));
        var all = new List<FaceExplanation>(origins.Count);
        for (var start = 0; start < origins.Count; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(BatchSize, origins.Count - start);
            var faces = Batch(pixels.Slice(start * FaceSet.PixelsPerFace, count * FaceSet.PixelsPerFace), count);
            var probabilities = Probabilities(faces);
            var chosen = probabilities.Select(row => (long)(explained ?? Array.IndexOf(row, row.Max()))).ToArray();
            var classes = tensor(chosen).to(_target.Device);
            var maps = Split(_gradCam.Maps(faces, classes, _classNames.Count));
            var losses = Split(_occlusion.Maps(_network, faces, classes, _classNames.Count));
            for (var i = 0; i < count; i++)
            {
                var row = probabilities[i];
                var predicted = Array.IndexOf(row, row.Max());
                all.Add(new(
                    origins[start + i],
                    pixels.Slice((start + i) * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace),
                    labels?[start + i],
                    _classNames[predicted],
                    row[predicted],
                    _classNames[(int)chosen[i]],
                    row[chosen[i]],
                    maps[i],
                    losses[i]));
            }
        }

        return all;
    }

    private Tensor Batch(ReadOnlyMemory<byte> pixels, int count)
    {
        var bytes = tensor(pixels.ToArray(), [count, 1, FaceSet.Side, FaceSet.Side]).to(_target.Device);
        return bytes.to(ScalarType.Float32).div_(255f); // (n, 1, 48, 48)
    }

    private float[][] Probabilities(Tensor faces)
    {
        using var scope = NewDisposeScope();
        using var still = new StillNetwork(_network);
        using var inference = inference_mode();
        var logits = _network.call(faces).narrow(1, 0, _classNames.Count);
        var rows = nn.functional.softmax(logits, 1).cpu(); // (n, classes)
        return [.. rows.contiguous().data<float>().ToArray().Chunk(_classNames.Count)];
    }

    private static HeatMap[] Split(Tensor maps) =>
        [.. maps.cpu().contiguous().data<float>().ToArray().Chunk(FaceSet.PixelsPerFace).Select(values => new HeatMap(values))];
}
