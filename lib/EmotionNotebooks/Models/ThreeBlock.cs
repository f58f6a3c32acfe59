// three-block: Nuel-Msu/Emotion_Detection_With_CNN, in Keras.
//
// Three times conv, batch norm, ReLU, maxpool, dropout; two dense layers, each with batch norm, ReLU, dropout; dense 7.
// Published: a folder per class (28,821 training and 7,066 validation pictures), Adam, pixels in [0,1], shear, zoom, horizontal flip; no
// figures in text.
//
// Widths, kernels and rates are not published. Ours: 3×3 with same padding, 64/128/256 channels and 512/256 units; dropout .25 after the
// blocks and .5 in the dense layers, which are Keras' usual examples.
using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>The published network of three blocks and two dense layers: 5.2 million parameters, most of them in its first dense layer.</summary>
public sealed class ThreeBlock : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Sequential _features;
    private readonly Sequential _classifier;

    /// <param name="classCount">Number of classes, at least 2.</param>
    public ThreeBlock(int classCount)
        : base("three-block")
    {
        _features = nn.Sequential(
            ("conv1", new ConvBlock(1, 64, pool: true)), // side 24
            ("dropout1", nn.Dropout(0.25)),
            ("conv2", new ConvBlock(64, 128, pool: true)), // side 12
            ("dropout2", nn.Dropout(0.25)),
            ("conv3", new ConvBlock(128, 256, pool: true)), // side 6
            ("dropout3", nn.Dropout(0.25)));
        _classifier = nn.Sequential(
            ("dense1", new DenseBlock(256 * 6 * 6, 512, dropoutRate: 0.5)),
            ("dense2", new DenseBlock(512, 256, dropoutRate: 0.5)),
            ("logits", nn.Linear(256, classCount)));
        register_module("features", _features);
        register_module("classifier", _classifier);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor faces) // (N, 1, 48, 48) → (N, classes)
    {
        var x = _features.call(faces); // (N, 256, 6, 6)
        return _classifier.call(x.flatten(1)); // (N, 9216) → (N, classes)
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) =>
        graph.Call(_classifier, graph.Flatten(graph.Call(_features, input)));
}
