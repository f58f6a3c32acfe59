// nine-conv: aylinghsr/Human_Emotion_Recognition, in Keras.
//
// No padding, 3×3, stride 1 (output side in brackets): conv 32 (46) · conv 32 (44) · conv 32 (42) · conv 64 (40) · maxpool (20) ·
// conv 64 (18) · conv 64 (16) · maxpool (8) · conv 128 (6) · maxpool (3) · conv 128 (1) · flatten 128 · dense 7. Batch norm and ReLU
// after each convolution but the last.
// Published: all 35,887 pictures pooled, 15% test, 5% of the rest validation, 15 epochs; train 0.9313, validation 0.5773, test 0.5804.
//
// Ours differs in this: its table lists ReLU on the pooling rows and on the dense output as well. After a maximum of numbers that are
// not negative ReLU does nothing; on the output it would forbid negative logits, so ours stay linear. ReLU follows batch norm.
using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>The published network without padding, narrowing to one pixel: 0.33 million parameters.</summary>
public sealed class NineConv : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Sequential _features;
    private readonly Linear _logits;

    /// <param name="classCount">Number of classes, at least 2.</param>
    public NineConv(int classCount)
        : base("nine-conv")
    {
        _features = nn.Sequential(
            ("conv1", new ConvBlock(1, 32, padding: 0)), // side 46
            ("conv2", new ConvBlock(32, 32, padding: 0)), // side 44
            ("conv3", new ConvBlock(32, 32, padding: 0)), // side 42
            ("conv4", new ConvBlock(32, 64, padding: 0, pool: true)), // side 40, then 20
            ("conv5", new ConvBlock(64, 64, padding: 0)), // side 18
            ("conv6", new ConvBlock(64, 64, padding: 0, pool: true)), // side 16, then 8
            ("conv7", new ConvBlock(64, 128, padding: 0, pool: true)), // side 6, then 3
            ("conv8", nn.Conv2d(128, 128, 3))); // side 1
        _logits = nn.Linear(128, classCount);
        register_module("features", _features);
        register_module("logits", _logits);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor faces) // (N, 1, 48, 48) → (N, classes)
    {
        var x = _features.call(faces); // (N, 128, 1, 1)
        return _logits.call(x.flatten(1)); // (N, 128) → (N, classes)
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) =>
        graph.Call(_logits, graph.Flatten(graph.Call(_features, input)));
}
