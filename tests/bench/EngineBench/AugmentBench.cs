using System.Diagnostics;
using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Data;
using static TorchSharp.torch;

namespace EmotionNotebooks.Bench;

/// <summary>Augmentation of a batch of 64 faces: one operation, or the set that is usual for faces.</summary>
internal static class AugmentBench
{
    private const int Batch = 64;

    // What was drawn for every face, and for "usual" by its customary chances; tests/peers/torch_augment.py does the same.
    private static readonly Dictionary<string, string> Operations = new()
    {
        ["flip"] = "flip=0.5",
        ["warp"] = "rotation=10,shear=10,zoom=0.2,shift=0.2",
        ["crop"] = "crop=4,fill=zero",
        ["resized-crop"] = "resized-crop=0.6",
        ["light"] = "brightness=0.2,contrast=0.2",
        ["blur"] = "blur=1",
        ["noise"] = "noise=1",
        ["erasing"] = "erasing=1",
        ["mixup"] = "mixup=0.2",
        ["cutmix"] = "cutmix=1",
        ["usual"] = "flip=0.5,rotation=10,shift=0.2,zoom=0.2,erasing=0.5",
    };

    /// <summary>Milliseconds a batch, over so many of them.</summary>
    public static object Measure(string operation, int batches)
    {
        var augmenter = new Augmenter(AugmentationText.Parse(Operations[operation], AugmentationOptions.None));
        var random = new SeededRandom(1);
        using var scope = NewDisposeScope();
        var faces = rand(Batch, 1, FaceSet.Side, FaceSet.Side);
        var labels = randint(0, Emotions.Count, [Batch], dtype: ScalarType.Int64);
        Run(20);
        var clock = Stopwatch.StartNew();
        Run(batches);
        return new { milliseconds = clock.Elapsed.TotalMilliseconds / batches };

        void Run(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var batchScope = NewDisposeScope();
                augmenter.Apply(faces, labels, Emotions.Count, random);
            }
        }
    }
}
