// five-block: "Face Emotion Recognition" (FER-2013's CSV, and Flask), in Keras.
//
// Five blocks of conv, batch norm, ReLU, maxpool, dropout with same padding; dense; dense 7.
// Published: Adam 1e-4 with decay 1e-6, batch 64, 100 epochs; train 0.88, test 0.69.
//
// Widths, kernels and rates are not published. Ours: 3×3, 64/128/256/512/512 channels, dense 256 with batch norm; dropout .25 after the
// blocks and .5 in the dense layer.
using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>The published network of five blocks: 4.0 million parameters.</summary>
public sealed class FiveBlock : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Sequential _features;
    private readonly Sequential _classifier;

    /// <param name="classCount">Number of classes, at least 2.</param>
    public FiveBlock(int classCount)
        : base("five-block")
    {
        _features = nn.Sequential(Blocks(64, 128, 256, 512, 512));
        _classifier = nn.Sequential(
            ("dense", new DenseBlock(512, 256, dropoutRate: 0.5)),
            ("logits", nn.Linear(256, classCount)));
        register_module("features", _features);
        register_module("classifier", _classifier);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor faces) // (N, 1, 48, 48) → (N, classes)
    {
        var x = _features.call(faces); // (N, 512, 1, 1)
        return _classifier.call(x.flatten(1)); // (N, 512) → (N, classes)
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) =>
        graph.Call(_classifier, graph.Flatten(graph.Call(_features, input)));

    private static (string Name, nn.Module<Tensor, Tensor> Module)[] Blocks(params long[] widths)
    {
        var layers = new List<(string, nn.Module<Tensor, Tensor>)>();
        for (var i = 0; i < widths.Length; i++)
        {
            layers.Add(($"conv{i + 1}", new ConvBlock(i == 0 ? 1 : widths[i - 1], widths[i], pool: true))); // side 24, 12, 6, 3, 1
            layers.Add(($"dropout{i + 1}", nn.Dropout(0.25)));
        }

        return [.. layers];
    }
}
