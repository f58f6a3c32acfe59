using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>Convolution, batch norm, ReLU, and where asked for a 2×2 max pool: the brick of every network here.</summary>
/// <remarks>
/// For inference <see cref="FoldBatchNorm"/> moves the batch norm into the convolution, which then has a bias and one
/// pass less over its output. ReLU then runs behind the pool, over a quarter of the values: a maximum and a ReLU may change places.
/// </remarks>
public sealed class ConvBlock : nn.Module<Tensor, Tensor>, IFoldable
{
    private readonly Conv2d _conv;
    private readonly BatchNorm2d _norm;
    private readonly Sequential _layers;
    private readonly MaxPool2d? _pool;
    private bool _folded;

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
        // As a sequence, since an engine may then run batch norm and ReLU in one sweep.
        (string, nn.Module<Tensor, Tensor>)[] layers = [("conv", _conv), ("norm", _norm), ("relu", nn.ReLU(inplace: true))];
        _layers = nn.Sequential(_pool is null ? layers : [.. layers, ("pool", _pool)]);
        register_module("layers", _layers);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) // (N, Cin, H, W) → (N, Cout, H', W')
    {
        if (!_folded)
        {
            return _layers.call(input);
        }

        var x = _conv.call(input);
        return (_pool is null ? x : _pool.call(x)).relu_();
    }

    /// <inheritdoc/>
    public void FoldBatchNorm()
    {
        if (_folded)
        {
            return;
        }

        Folding.IntoConvolution(_conv, _norm);
        _folded = true;
    }
}
