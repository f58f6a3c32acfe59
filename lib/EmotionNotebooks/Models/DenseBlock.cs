using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>Dense layer, batch norm, ReLU, dropout.</summary>
public sealed class DenseBlock : nn.Module<Tensor, Tensor>, IFoldable, IOnnxModule
{
    private readonly Linear _dense;
    private readonly BatchNorm1d _norm;
    private readonly Sequential _layers;
    private bool _folded;

    /// <param name="inFeatures">Features of the input.</param>
    /// <param name="outFeatures">Features of the output.</param>
    /// <param name="dropoutRate">Share of outputs set to zero in training, 0 to 1.</param>
    public DenseBlock(long inFeatures, long outFeatures, double dropoutRate)
        : base(nameof(DenseBlock))
    {
        _dense = nn.Linear(inFeatures, outFeatures);
        _norm = nn.BatchNorm1d(outFeatures);
        _layers = nn.Sequential(
            ("dense", _dense), ("norm", _norm), ("relu", nn.ReLU(inplace: true)), ("dropout", nn.Dropout(dropoutRate)));
        register_module("layers", _layers);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => // (N, Fin) → (N, Fout)
        _folded ? _dense.call(input).relu_() : _layers.call(input);

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) =>
        _folded ? graph.Rectified(graph.Call(_dense, input)) : graph.Call(_layers, input);

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
