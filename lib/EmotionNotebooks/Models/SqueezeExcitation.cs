using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>Scales each channel by what the means of all channels say of it (Hu, Shen and Sun, arXiv 1709.01507).</summary>
internal sealed class SqueezeExcitation : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Linear _squeeze;
    private readonly Linear _excite;
    private readonly Sequential _gate;

    /// <param name="channels">Channels of input and output.</param>
    /// <param name="reduction">How many times fewer units the gate has; the paper's 16 fits its wider networks.</param>
    public SqueezeExcitation(long channels, long reduction = 8)
        : base(nameof(SqueezeExcitation))
    {
        _squeeze = nn.Linear(channels, channels / reduction);
        _excite = nn.Linear(channels / reduction, channels);
        _gate = nn.Sequential(("squeeze", _squeeze), ("relu", nn.ReLU()), ("excite", _excite));
        register_module("gate", _gate);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) // (N, C, H, W) → (N, C, H, W)
    {
        var means = input.sum([2, 3]).div(input.size(2) * input.size(3)); // (N, C)
        var gate = _gate.call(means).sigmoid(); // (N, C)
        return input.mul(gate.reshape(gate.size(0), gate.size(1), 1, 1));
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input)
    {
        var gate = graph.DenseOverChannels(_squeeze, graph.GlobalMean(input)); // (N, C / reduction, 1, 1)
        gate = graph.DenseOverChannels(_excite, graph.Rectified(gate)); // (N, C, 1, 1)
        return graph.Scale(input, graph.Sigmoid(gate));
    }
}
