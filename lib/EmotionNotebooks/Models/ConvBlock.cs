using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>Convolution, batch norm, ReLU, and where asked for a 2×2 max pool: the brick of every network here.</summary>
/// <remarks>
/// For inference <see cref="FoldBatchNorm"/> moves the batch norm into the convolution, which then has a bias and one
/// pass less over its output.
/// </remarks>
public sealed class ConvBlock : nn.Module<Tensor, Tensor>, IFoldable, IOnnxModule
{
    private readonly Conv2d _conv;
    private readonly BatchNorm2d _norm;
    private readonly ReLU _relu = nn.ReLU(inplace: true);
    private readonly MaxPool2d? _pool;
    private readonly Sequential _layers;
    private Sequential? _folded;

    /// <param name="inChannels">Channels of the input.</param>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="kernel">Side of the square kernel.</param>
    /// <param name="padding">Zeros round the input; 1 keeps the side with a 3×3 kernel.</param>
    /// <param name="bias">Whether the convolution has a bias; batch norm makes it redundant, Keras has it by default.</param>
    /// <param name="pool">Whether a 2×2 max pool follows, which halves the side.</param>
    public ConvBlock(long inChannels, long outChannels, long kernel = 3, long padding = 1, bool bias = true, bool pool = false)
        : base(nameof(ConvBlock))
    {
        _conv = nn.Conv2d(inChannels, outChannels, kernel, padding: padding, bias: bias);
        _norm = nn.BatchNorm2d(outChannels);
        _pool = pool ? nn.MaxPool2d(2) : null;
        _layers = Layers(("conv", _conv), ("norm", _norm));
        register_module("layers", _layers);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => // (N, Cin, H, W) → (N, Cout, H', W')
        (_folded ?? _layers).call(input);

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) => graph.Call(_folded ?? _layers, input);

    /// <inheritdoc/>
    public void FoldBatchNorm()
    {
        if (_folded is not null)
        {
            return;
        }

        Folding.IntoConvolution(_conv, _norm);
        _folded = Layers(("conv", _conv));
    }

    /// <summary>The convolutions of a VGG: two blocks without bias for each width, the second of which halves the side.</summary>
    /// <param name="widths">Channels of each pair; the first pair takes one channel.</param>
    /// <returns>The blocks with their names: conv1a, conv1b, conv2a, …</returns>
    internal static (string Name, nn.Module<Tensor, Tensor> Module)[] Pairs(params ReadOnlySpan<long> widths)
    {
        var layers = new List<(string, nn.Module<Tensor, Tensor>)>();
        long channels = 1;
        for (var i = 0; i < widths.Length; i++)
        {
            layers.Add(($"conv{i + 1}a", new ConvBlock(channels, widths[i], bias: false)));
            layers.Add(($"conv{i + 1}b", new ConvBlock(widths[i], widths[i], bias: false, pool: true)));
            channels = widths[i];
        }

        return [.. layers];
    }

    // As a sequence, since an engine may then run a layer and its ReLU in one sweep. Folded or not, the layers behind are the same: hooks
    // on them stay.
    private Sequential Layers(params (string, nn.Module<Tensor, Tensor>)[] layers) =>
        nn.Sequential(_pool is null ? [.. layers, ("relu", _relu)] : [.. layers, ("relu", _relu), ("pool", _pool)]);
}
