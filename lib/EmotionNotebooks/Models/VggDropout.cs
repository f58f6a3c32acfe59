// vgg-dropout: jdl00/emotion_recognition, in Keras, after Khaireddin & Chen, "Facial Emotion Recognition: State of the Art Performance on
// FER2013" (arXiv 2105.03588), whose VGG it describes.
//
// Crops of 40×40. Eight 3×3 conv-BN-ReLU layers in four pairs (64, 128, 256, 512), maxpool after each pair (20, 10, 5, 2), flatten 2048,
// dense 4096, 4096, 7 with dropout .1.
// Published: no figure of its own; 200 epochs with early stop after 5. The paper gives 0.7328.
//
// Ours differs in this: the crop is part of the network. Faces come in at 48×48 and their centre is taken; a recipe that shifts faces by up
// to 4 pixels each way thereby trains on random crops, as the paper does. ReLU between the dense layers, dropout after each.
using EmotionNotebooks.Export.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>The VGG of arXiv 2105.03588, which the published system follows: 29.9 million parameters, most of them in its dense layers.</summary>
public sealed class VggDropout : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private const long Crop = 40;

    private readonly Sequential _features;
    private readonly Sequential _classifier;

    /// <param name="classCount">Number of classes, at least 2.</param>
    public VggDropout(int classCount)
        : base("vgg-dropout")
    {
        _features = nn.Sequential(ConvBlock.Pairs(64, 128, 256, 512));
        _classifier = nn.Sequential(
            ("dense1", nn.Linear(512 * 2 * 2, 4096)),
            ("relu1", nn.ReLU()),
            ("dropout1", nn.Dropout(0.1)),
            ("dense2", nn.Linear(4096, 4096)),
            ("relu2", nn.ReLU()),
            ("dropout2", nn.Dropout(0.1)),
            ("logits", nn.Linear(4096, classCount)));
        register_module("features", _features);
        register_module("classifier", _classifier);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor faces) // (N, 1, 48, 48) → (N, classes)
    {
        var start = (faces.size(2) - Crop) / 2;
        var x = faces.narrow(2, start, Crop).narrow(3, start, Crop); // (N, 1, 40, 40)
        x = _features.call(x); // (N, 512, 2, 2)
        return _classifier.call(x.flatten(1)); // (N, 2048) → (N, classes)
    }

    /// <inheritdoc/>
    OnnxValue IOnnxModule.Describe(GraphBuilder graph, OnnxValue input) =>
        graph.Call(_classifier, graph.Flatten(graph.Call(_features, graph.Crop(input, (input.Shape[2] - Crop) / 2, Crop))));
}
