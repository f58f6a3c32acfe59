// Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization", arXiv 1610.02391, equations 1 and 2.
//
// Ours differs in this: a map is drawn where its cells lie on the face (SpatialLayer), not stretched over all of it; and it is divided by
// its own maximum, since the size of a gradient says nothing.
using static TorchSharp.torch;

namespace EmotionNotebooks.Explain;

/// <summary>Which places of a face speak for a class, seen from the last maps that a network makes of it.</summary>
/// <remarks>
/// A channel weighs as much as the class's logit grows with its mean; the weighted channels add up to the map, and what is negative
/// speaks against the class and counts as 0. Computed in evaluation mode and in the precision of faces and weights. The network is left as
/// it was, but meanwhile no other thread may call it.
/// </remarks>
public sealed class GradCam
{
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <param name="network">A network of (N, 1, side, side) faces to (N, classes) logits; a folded one will do.</param>
    /// <param name="layer">The layer whose maps are weighed; <see cref="SpatialLayer.Last"/> by default.</param>
    /// <exception cref="ArgumentException">The network has no layer that gives a map.</exception>
    public GradCam(nn.Module<Tensor, Tensor> network, SpatialLayer? layer = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        Layer = layer ?? SpatialLayer.Last(network);
    }

    /// <summary>The layer whose maps are weighed.</summary>
    public SpatialLayer Layer { get; }

    /// <summary>Explains a batch.</summary>
    /// <param name="faces">(N, 1, side, side) in [0, 1], on the network's device.</param>
    /// <param name="classes">(N) int64, the class to explain for each face; the predicted one by default.</param>
    /// <param name="classCount">How many of the network's outputs are classes; all by default. What lies beyond are other heads.</param>
    /// <returns>(N, side, side) fp32 in [0, 1], on the faces' device: 1 where most speaks for the class, 0 throughout where nothing does.</returns>
    /// <exception cref="ArgumentException">There is not one class for each face, or the layer has no part in the logits.</exception>
    public Tensor Maps(Tensor faces, Tensor? classes = null, int? classCount = null)
    {
        ArgumentNullException.ThrowIfNull(faces);
        using var scope = NewDisposeScope();
        var (cells, slopes) = CellsAndSlopes(faces, classes, classCount);
        var weights = slopes.sum([2, 3], keepdim: true).div(Layer.Side * Layer.Side); // (N, C, 1, 1)
        var maps = cells.mul(weights).sum(1, keepdim: true).relu_(); // (N, 1, cells, cells)
        var side = checked((int)faces.size(2));
        return Normalized(OnFace(maps, side), side).to(faces.device).MoveToOuterDisposeScope();
    }

    // The layer's output and the slope of the chosen logit at each of its cells: both (N, C, cells, cells).
    private (Tensor Cells, Tensor Slopes) CellsAndSlopes(Tensor faces, Tensor? classes, int? classCount)
    {
        using var still = new StillNetwork(_network);
        // Whatever the caller has switched off: this one mode turns recording on, and leaves inference mode besides.
        using var recording = inference_mode(false);
        Tensor? cells = null;
        var hook = Layer.Module.register_forward_hook((_, _, output) =>
        {
            // The record begins here: nothing below the layer takes part. What follows gets a copy, which it may overwrite.
            cells = output.detach();
            cells.requires_grad = true;
            return cells.mul(1);
        });
        Tensor logits;
        try
        {
            logits = _network.call(faces);
        }
        finally
        {
            hook.remove();
        }

        if (!logits.requires_grad)
        {
            throw new ArgumentException($"the layer '{Layer.Name}' has no part in the network's logits");
        }

        logits = logits.narrow(1, 0, classCount ?? logits.size(1)); // (N, classes)
        logits.mul(Chosen(logits, classes)).sum().backward();
        return (cells!, cells!.grad!);
    }

    // 1 at each face's class, else 0: (N, classes).
    private static Tensor Chosen(Tensor logits, Tensor? classes)
    {
        var labels = (classes ?? logits.detach().argmax(1)).reshape(-1, 1);
        if (labels.size(0) != logits.size(0))
        {
            throw new ArgumentException($"{labels.size(0)} classes to explain; expected one for each of {logits.size(0)} faces");
        }

        return arange(logits.size(1), device: logits.device).reshape(1, -1).eq(labels).to(logits.dtype);
    }

    // Bilinear, each cell at its place; beyond the outermost cells their values go on.
    private Tensor OnFace(Tensor maps, int side)
    {
        var extent = Layer.Side * Layer.PixelsPerCell;
        var places = new float[side * side * 2];
        for (var i = 0; i < side * side; i++)
        {
            places[2 * i] = (float)((2 * (i % side) + 1 - side) / extent);
            places[(2 * i) + 1] = (float)((2 * (i / side) + 1 - side) / extent);
        }

        var grid = tensor(places, [1, side, side, 2]).to(maps.device);
        var all = zeros([maps.size(0), side, side, 2], device: maps.device).add(grid); // the same places for each face
        return nn.functional.grid_sample(
            maps.to(ScalarType.Float32), all, padding_mode: GridSamplePaddingMode.Border, align_corners: false); // (N, 1, side, side)
    }

    private static Tensor Normalized(Tensor maps, int side)
    {
        var values = maps.cpu().contiguous().data<float>().ToArray();
        for (var start = 0; start < values.Length; start += side * side)
        {
            var map = values.AsSpan(start, side * side);
            var highest = 0f;
            foreach (var value in map)
            {
                highest = Math.Max(highest, value);
            }

            for (var i = 0; i < map.Length && highest > 0; i++)
            {
                map[i] /= highest;
            }
        }

        return tensor(values, [maps.size(0), side, side]);
    }
}
