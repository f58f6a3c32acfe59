// four-conv-dense: "My Emotion Recognition Project", a course project of 2023, in Keras.
//
// Same padding, 3×3: conv 32 BN · conv 64 BN · maxpool (24) · conv 128 BN · maxpool (12) · conv 256 BN · maxpool (6) ·
// flatten 9216 · dense 256 BN dropout .25 · dense 128 BN dropout .25 · dense 7 softmax. ReLU throughout.
// Published: 10 epochs of Adam at batch 32 on [0,1] pixels, flips both ways, 80/10/10; train 0.70–0.75, validation 0.65–0.70.
//
// Ours differs in this: it returns logits (the loss applies the softmax), and ReLU follows batch norm (its source gives no order).
using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>The published four-convolution network: 2.79 million parameters, most of them in its first dense layer.</summary>
public sealed class FourConvDense : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Sequential _features;
    private readonly Sequential _classifier;

    /// <param name="classCount">Number of classes, at least 2.</param>
    public FourConvDense(int classCount)
        : base("four-conv-dense")
    {
        _features = nn.Sequential(
            ("conv1", new ConvBlock(1, 32)), // side 48
            ("conv2", new ConvBlock(32, 64, pool: true)), // side 24
            ("conv3", new ConvBlock(64, 128, pool: true)), // side 12
            ("conv4", new ConvBlock(128, 256, pool: true))); // side 6
        _classifier = nn.Sequential(
            ("dense1", new DenseBlock(256 * 6 * 6, 256, dropoutRate: 0.25)),
            ("dense2", new DenseBlock(256, 128, dropoutRate: 0.25)),
            ("logits", nn.Linear(128, classCount)));
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
