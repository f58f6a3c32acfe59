using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>
/// Two 3×3 convolutions with batch norm, squeeze-and-excitation, and the input added to their result (He et al., arXiv 1512.03385). Where the
/// number of channels changes, a 1×1 convolution with batch norm fits the input to it.
/// </summary>
/// <remarks>
/// In training whole
/// branches are dropped at random, each face by itself: stochastic depth (Huang et al., arXiv 1603.09382).
/// </remarks>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>, IFoldable, IOnnxModule
{
    private readonly ConvBlock _first;
    private readonly Conv2d _second;
    private readonly BatchNorm2d _norm;
    private readonly SqueezeExcitation _attention;
    private readonly Conv2d? _fit;
    private readonly BatchNorm2d? _fitNorm;
    private readonly Dropout _depth;
    private bool _folded;

    /// <param name="inChannels">Channels of the input.</param>
    /// <param name="outChannels">Channels of the output; the side stays.</param>
    /// <param name="dropRate">Share of faces whose branch is dropped in training, 0 to below 1.</param>
    public ResidualBlock(long inChannels, long outChannels, double dropRate)
        : base(nameof(ResidualBlock))
    {
        _first = new ConvBlock(inChannels, outChannels, bias: false);
        _second = nn.Conv2d(outChannels, outChannels, 3, padding: 1, bias: false);
        _norm = nn.BatchNorm2d(outChannels);
        _attention = new SqueezeExcitation(outChannels);
        _fit = inChannels == outChannels ? null : nn.Conv2d(inChannels, outChannels, 1, bias: false);
        _fitNorm = _fit is null ? null : nn.BatchNorm2d(outChannels);
        _depth = nn.Dropout(dropRate);
        register_module("first", _first);
        register_module("second", _second);
        register_module("norm", _norm);
        register_module("attention", _attention);
        if (_fit is not null)
        {
            register_module("fit", _fit);
            register_module("fitNorm", _fitNorm!);
        }

        register_module("depth", _depth);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) // (N, Cin, H, W) → (N, Cout, H, W)
    {
        var branch = _second.call(_first.call(input));
        branch = _attention.call(_folded ? branch : _norm.call(branch));
        if (training)
        {
            // 0 where a branch is dropped, else what makes up for those that are.
            var kept = _depth.call(zeros(input.size(0), 1, 1, 1, device: input.device).add_(1));
            branch = branch.mul(kept.to(branch.dtype));
        }

        return branch.add(Fitted(input)).relu_();
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input)
    {
        var branch = graph.Call(_second, graph.Call(_first, input));
        branch = graph.Call(_attention, _folded ? branch : graph.Call(_norm, branch));
        var fitted = _fit is null ? input : graph.Call(_fit, input);
        fitted = _fit is null || _folded ? fitted : graph.Call(_fitNorm!, fitted);
        return graph.Rectified(graph.Sum(branch, fitted));
    }

    /// <inheritdoc/>
    public void FoldBatchNorm()
    {
        if (_folded)
        {
            return;
        }

        Folding.IntoConvolution(_second, _norm);
        if (_fit is not null)
        {
            Folding.IntoConvolution(_fit, _fitNorm!);
        }

        _folded = true;
    }

    private Tensor Fitted(Tensor input)
    {
        if (_fit is null)
        {
            return input;
        }

        var fitted = _fit.call(input);
        return _folded ? fitted : _fitNorm!.call(fitted);
    }
}
