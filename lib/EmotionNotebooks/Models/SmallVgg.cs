// small-vgg: our own plain baseline, after VGG (Simonyan & Zisserman, arXiv 1409.1556) at a fifth of its width.
//
// Four pairs of 3×3 conv-BN-ReLU, 32/64/128/256 channels, a 2×2 maxpool after each pair (24, 12, 6, 3), flatten 2304,
// dense 256, dropout .4, dense 7. Convolutions carry no bias, since batch norm follows.
using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>A plain VGG for 48×48 faces: 1.76 million parameters.</summary>
public sealed class SmallVgg : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Sequential _features;
    private readonly Sequential _classifier;

    /// <param name="classCount">Number of classes, at least 2.</param>
    public SmallVgg(int classCount)
        : base("small-vgg")
    {
        _features = nn.Sequential(ConvBlock.Pairs(32, 64, 128, 256));
        _classifier = nn.Sequential(
            ("dense", nn.Linear(256 * 3 * 3, 256)),
            ("relu", nn.ReLU()),
            ("dropout", nn.Dropout(0.4)),
            ("logits", nn.Linear(256, classCount)));
        register_module("features", _features);
        register_module("classifier", _classifier);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor faces) // (N, 1, 48, 48) → (N, classes)
    {
        var x = _features.call(faces); // (N, 256, 3, 3)
        return _classifier.call(x.flatten(1)); // (N, 2304) → (N, classes)
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) =>
        graph.Call(_classifier, graph.Flatten(graph.Call(_features, input)));
}
