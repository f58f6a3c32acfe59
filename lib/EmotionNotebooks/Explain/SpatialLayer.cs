using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Explain;

/// <summary>A layer whose output is still a map of the face: (N, C, side, side).</summary>
/// <param name="Name">Path of the layer in the network.</param>
/// <param name="Module">The layer.</param>
/// <param name="Channels">Channels of its output.</param>
/// <param name="Side">Side of its output in cells.</param>
/// <param name="PixelsPerCell">How many pixels of the face lie between two neighbouring cells: the product of the strides up to here.</param>
/// <remarks>
/// A map need not cover the face: without padding every convolution cuts a border off, and some networks crop. Layers are symmetric, so
/// the map lies in the face's centre, <see cref="Side"/> × <see cref="PixelsPerCell"/> pixels wide. Strides are seen in the sides of
/// inputs and outputs, not asked of the layers; what happens to sides between two layers is taken for a crop.
/// </remarks>
public sealed record SpatialLayer(string Name, nn.Module<Tensor, Tensor> Module, long Channels, long Side, double PixelsPerCell)
{
    /// <summary>The side below which <see cref="Last"/> takes no map by default: its cells would be larger than a fifth of the map.</summary>
    public const int SmallestSide = 5;

    /// <summary>The layers of a network that give a square map with more than one cell, in the order in which they end: a layer before the
    /// one that holds it.</summary>
    /// <param name="network">A network of (N, 1, side, side) faces; it is left as it was.</param>
    /// <param name="faceSide">Side of a face in pixels; 48 by default.</param>
    public static IReadOnlyList<SpatialLayer> All(nn.Module<Tensor, Tensor> network, int faceSide = 48)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        using var still = new StillNetwork(network);
        using var noGrad = no_grad();
        var found = new List<SpatialLayer>();
        var pitches = new Pitches(faceSide);
        var hooks = network.named_modules().Where(named => named.module is nn.Module<Tensor, Tensor>).Select(named =>
        {
            var module = (nn.Module<Tensor, Tensor>)named.module;
            var isLeaf = !module.children().Any();
            return module.register_forward_hook((_, input, output) =>
            {
                if (input.shape.Length == 4 && output.shape.Length == 4 && isLeaf)
                {
                    pitches.Note(module, input.size(2), output.size(2));
                }

                if (output.shape.Length == 4 && output.size(2) > 1 && output.size(2) == output.size(3))
                {
                    found.Add(new(named.name, module, output.size(1), output.size(2), pitches.At(output.size(2))));
                }

                return output;
            });
        }).ToList();
        try
        {
            network.call(zeros([1, 1, faceSide, faceSide], device: still.Device));
        }
        finally
        {
            hooks.ForEach(hook => hook.remove());
        }

        return found;
    }

    /// <summary>The last layer whose map has some resolution: what comes later is closer to the classes, but a map of one or three cells says
    /// nothing about where. Of a layer and the one that ends with it, the outer one.</summary>
    /// <param name="network">A network of (N, 1, side, side) faces; it is left as it was.</param>
    /// <param name="smallestSide">Maps with a smaller side are passed over, 2 or more; <see cref="SmallestSide"/> by default. Where every map
    /// is smaller, the largest is taken.</param>
    /// <param name="faceSide">Side of a face in pixels; 48 by default.</param>
    /// <exception cref="ArgumentException">The network has no layer that gives a map.</exception>
    public static SpatialLayer Last(nn.Module<Tensor, Tensor> network, int smallestSide = SmallestSide, int faceSide = 48)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallestSide, 2);
        var all = All(network, faceSide);
        return all.LastOrDefault(layer => layer.Side >= smallestSide)
            ?? all.MaxBy(layer => layer.Side)
            ?? throw new ArgumentException("the network has no layer that gives a map of the face (N, C, side, side) with a side of 2 or more");
    }

    /// <summary>The layer of a name.</summary>
    /// <param name="network">A network of (N, 1, side, side) faces; it is left as it was.</param>
    /// <param name="name">The path of a layer.</param>
    /// <param name="faceSide">Side of a face in pixels; 48 by default.</param>
    /// <exception cref="ArgumentException">No layer with a map has the name; the message lists those that have one.</exception>
    public static SpatialLayer Find(nn.Module<Tensor, Tensor> network, string name, int faceSide = 48)
    {
        var all = All(network, faceSide);
        return all.LastOrDefault(layer => layer.Name == name) ?? throw new ArgumentException(
            $"there is no layer '{name}' with a map of the face; there are: {string.Join(", ", all.Select(layer => layer.Name).Distinct())}");
    }

    /// <summary>How many pixels lie between two cells, by the side of the map.</summary>
    private sealed class Pitches(int faceSide)
    {
        private readonly Dictionary<long, double> _bySide = new() { [faceSide] = 1 };
        private double _last = 1;

        public double At(long side) => _bySide.GetValueOrDefault(side, _last);

        public void Note(nn.Module layer, long inputSide, long outputSide)
        {
            _last = At(inputSide) * Stride(layer, inputSide, outputSide);
            _bySide[outputSide] = _last;
        }

        // A convolution of stride 1 loses no more than its kernel's border.
        private static double Stride(nn.Module layer, long inputSide, long outputSide) =>
            layer is Conv2d convolution && inputSide - outputSide < convolution.weight.size(2)
                ? 1
                : Math.Max(1, Math.Round(inputSide / (double)outputSide));
    }
}
