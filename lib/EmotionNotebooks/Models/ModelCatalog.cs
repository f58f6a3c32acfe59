namespace EmotionNotebooks.Models;

/// <summary>Every network there is, by name. All take (N, 1, 48, 48) faces in [0, 1] and return (N, classes) logits.</summary>
public static class ModelCatalog
{
    /// <summary>The network that is trained where none is named.</summary>
    public const string Default = "four-conv-dense";

    /// <summary>All networks, the published ones first.</summary>
    public static IReadOnlyList<ModelDefinition> All { get; } =
    [
        new(
            "nine-conv",
            "eight conv layers without padding, one dense layer",
            "aylinghsr/Human_Emotion_Recognition",
            "train 0.9313, validation 0.5773, test 0.5804",
            classes => new NineConv(classes)),
        new(
            "three-block",
            "three conv-BN blocks, three dense layers",
            "Nuel-Msu/Emotion_Detection_With_CNN",
            null,
            classes => new ThreeBlock(classes)),
        new(
            "four-conv-dense",
            "four conv-BN layers, two dense layers",
            "\"My Emotion Recognition Project\" (course project, 2023)",
            "train 0.70–0.75, validation 0.65–0.70",
            classes => new FourConvDense(classes)),
        new(
            "vgg-dropout",
            "four pairs of conv-BN layers on 40×40 crops, three dense layers",
            "jdl00/emotion_recognition, after arXiv 2105.03588",
            null,
            classes => new VggDropout(classes)),
        new(
            "five-block",
            "five conv-BN blocks, two dense layers",
            "\"Face Emotion Recognition\" (fer2013 csv + Flask)",
            "train 0.88, test 0.69",
            classes => new FiveBlock(classes)),
        new(
            "fer-resnet",
            "six residual blocks with squeeze-and-excitation, one dense layer",
            "this project, after ResNet (arXiv 1512.03385) and SE (arXiv 1709.01507)",
            null,
            classes => new FerResNet(classes)),
        new(
            "small-vgg",
            "four pairs of conv-BN layers, one dense layer",
            "this project, after VGG (arXiv 1409.1556)",
            null,
            classes => new SmallVgg(classes)),
    ];

    /// <summary>The network of a name.</summary>
    /// <exception cref="ArgumentException">No network has the name; the message lists those there are.</exception>
    public static ModelDefinition Find(string name) =>
        All.FirstOrDefault(model => model.Name == name)
        ?? throw new ArgumentException($"there is no network '{name}'; there are: {string.Join(", ", All.Select(m => m.Name))}");
}
