using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>Dense layer, batch norm, ReLU, dropout.</summary>
public sealed class DenseBlock : nn.Module<Tensor, Tensor>, IFoldable
{
    private readonly Linear _dense;
    private readonly BatchNorm1d _norm;
    private readonly Dropout _dropout;
    private bool _folded;

    /// <param name="inFeatures">Features of the input.</param>
    /// <param name="outFeatures">Features of the output.</param>
    /// <param name="dropoutRate">Share of outputs set to zero in training, 0 to 1.</param>
    public DenseBlock(long inFeatures, long outFeatures, double dropoutRate)
        : base(nameof(DenseBlock))
    {
        _dense = nn.Linear(inFeatures, outFeatures);
        _norm = nn.BatchNorm1d(outFeatures);
        _dropout = nn.Dropout(dropoutRate);
        register_module("dense", _dense);
        register_module("norm", _norm);
        register_module("dropout", _dropout);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) // (N, Fin) → (N, Fout)
    {
        var x = _dense.call(input);
        return _folded ? x.relu_() : _dropout.call(_norm.call(x).relu_());
    }

    /// <inheritdoc/>
    public void FoldBatchNorm()
    {
        if (_folded)
        {
            return;
        }

        Folding.IntoLinear(_dense, _norm);
        _folded = true;
    }
}
