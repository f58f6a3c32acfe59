using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Augmentation;

/// <summary>Faces as a network would be trained on them, for looking at.</summary>
public static class AugmentationPreview
{
    // Strong enough to be seen, and no stronger than people train with.
    private static readonly (string Name, AugmentationOptions Options)[] Operations =
    [
        ("flip", new() { HorizontalFlip = 1 }),
        ("vertical-flip", new() { VerticalFlip = 1 }),
        ("rotation", new() { Rotation = 30 }),
        ("shear", new() { Shear = 20 }),
        ("zoom", new() { Zoom = 0.3 }),
        ("shift", new() { Shift = 0.2 }),
        ("crop", new() { Crop = 6, Fill = BorderFill.Zero }),
        ("resized-crop", new() { ResizedCrop = 0.4 }),
        ("brightness", new() { Brightness = 0.5 }),
        ("contrast", new() { Contrast = 0.6 }),
        ("blur", new() { Blur = 1, BlurSigma = 1.5 }),
        ("noise", new() { Noise = 1, NoiseDeviation = 0.1 }),
        ("erasing", new() { Erasing = 1 }),
        ("mixup", new() { Mixup = 1 }),
        ("cutmix", new() { Cutmix = 1 }),
    ];

    /// <summary>The operations that <see cref="EachOperation"/> shows, in its order.</summary>
    public static IReadOnlyList<string> OperationNames { get; } = Array.AsReadOnly(Array.ConvertAll(Operations, operation => operation.Name));

    /// <summary>Varies every face of a set once.</summary>
    /// <param name="faces">The faces; few, since they go through as one batch.</param>
    /// <param name="options">What is varied.</param>
    /// <param name="seed">What is drawn.</param>
    /// <returns>The same labels and splits. A mixed face has the label it had.</returns>
    public static FaceSet Apply(FaceSet faces, AugmentationOptions options, ulong seed) =>
        new(Vary(faces, options, seed), faces.Labels.ToArray(), faces.Splits.ToArray(), $"{faces.Source}, augmented", faces.ClassNames);

    /// <summary>The same faces again and again: as they are, then varied by one operation after the other.</summary>
    /// <param name="faces">The faces.</param>
    /// <param name="seed">What is drawn.</param>
    /// <returns>A set whose classes are "original" and <see cref="OperationNames"/>.</returns>
    public static FaceSet EachOperation(FaceSet faces, ulong seed)
    {
        var pixels = new List<byte>(faces.Pixels.ToArray());
        var random = new SeededRandom(seed);
        foreach (var (name, options) in Operations)
        {
            pixels.AddRange(Vary(faces, options, random.Fork(name).Seed));
        }

        var rows = Operations.Length + 1;
        var labels = Enumerable.Range(0, rows).SelectMany(row => Enumerable.Repeat((byte)row, faces.Count)).ToArray();
        var splits = Enumerable.Range(0, rows).SelectMany(_ => faces.Splits.ToArray()).ToArray();
        return new(pixels.ToArray(), labels, splits, $"{faces.Source}, augmented", ["original", .. OperationNames]);
    }

    private static byte[] Vary(FaceSet faces, AugmentationOptions options, ulong seed)
    {
        using var scope = NewDisposeScope();
        var labels = Array.ConvertAll(faces.Labels.ToArray(), label => (long)label);
        var batch = tensor(faces.Pixels.ToArray(), [faces.Count, 1, FaceSet.Side, FaceSet.Side]).to(ScalarType.Float32).div_(255f);
        var varied = new Augmenter(options).Apply(batch, tensor(labels), faces.ClassNames.Count, new SeededRandom(seed)).Faces;
        return Array.ConvertAll(varied.contiguous().data<float>().ToArray(), value => (byte)Math.Round(value * 255));
    }
}
