// fer-resnet: ours, for 48×48 faces. A residual network (He et al., arXiv 1512.03385) with squeeze-and-excitation (arXiv 1709.01507).
//
// Stem: conv 32, conv 32, maxpool (24). Three stages of two residual blocks: 64 channels (24), maxpool, 128 (12), maxpool, 256 (6). Means
// over the side, dropout .3, dense 7. 248 million multiply-adds: as much as the bound of 250 million allows.
using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>Our own network: residual, with light attention, 2.8 million parameters and 248 million multiply-adds.</summary>
public sealed class FerResNet : nn.Module<Tensor, Tensor>, IOnnxModule
{
    // Dropped branches grow from none in the first block to this share in the last.
    private const double LargestDropRate = 0.1;

    private readonly Sequential _stem;
    private readonly Sequential _stages;
    private readonly Sequential _head;

    /// <param name="classCount">Number of classes, at least 2.</param>
    public FerResNet(int classCount)
        : base("fer-resnet")
    {
        _stem = nn.Sequential(
            ("conv1", new ConvBlock(1, 32, bias: false)), // side 48
            ("conv2", new ConvBlock(32, 32, bias: false, pool: true))); // side 24
        _stages = nn.Sequential(Stages(32, 64, 128, 256));
        _head = nn.Sequential(("dropout", nn.Dropout(0.3)), ("logits", nn.Linear(256, classCount)));
        register_module("stem", _stem);
        register_module("stages", _stages);
        register_module("head", _head);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor faces) // (N, 1, 48, 48) → (N, classes)
    {
        var x = _stages.call(_stem.call(faces)); // (N, 256, 6, 6)
        x = x.sum([2, 3]).div(x.size(2) * x.size(3)); // (N, 256)
        return _head.call(x); // (N, classes)
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) =>
        graph.Call(_head, graph.Flatten(graph.GlobalMean(graph.Call(_stages, graph.Call(_stem, input)))));

    private static (string Name, nn.Module<Tensor, Tensor> Module)[] Stages(long channels, params ReadOnlySpan<long> widths)
    {
        var blocks = 2 * widths.Length;
        var layers = new List<(string, nn.Module<Tensor, Tensor>)>();
        for (var i = 0; i < widths.Length; i++)
        {
            if (i > 0)
            {
                layers.Add(($"pool{i}", nn.MaxPool2d(2))); // side 12, 6
            }

            layers.Add(($"block{i + 1}a", new ResidualBlock(channels, widths[i], LargestDropRate * (2 * i) / (blocks - 1))));
            layers.Add(($"block{i + 1}b", new ResidualBlock(widths[i], widths[i], LargestDropRate * ((2 * i) + 1) / (blocks - 1))));
            channels = widths[i];
        }

        return [.. layers];
    }
}
