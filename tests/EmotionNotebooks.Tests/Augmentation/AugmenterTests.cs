using EmotionNotebooks.Augmentation;
using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class AugmenterTests
{
    private static readonly AugmentationOptions Everything = new()
    {
        HorizontalFlip = 0.5,
        VerticalFlip = 0.2,
        Rotation = 15,
        Shear = 10,
        Zoom = 0.2,
        Shift = 0.1,
        WarpChance = 0.5,
        Crop = 3,
        ResizedCrop = 0.6,
        Brightness = 0.5,
        Contrast = 0.5,
        LightChance = 0.5,
        Blur = 0.5,
        Noise = 0.5,
        Erasing = 0.5,
        ErasingFill = ErasingFill.Noise,
        Mixup = 0.4,
        Cutmix = 1,
        MixChance = 0.5,
    };

    /// <summary>Everything, with only one of its operations.</summary>
    public static TheoryData<string> Operations =>
    [
        "flip=1", "vertical-flip=1", "rotation=30", "shear=20", "zoom=0.4", "shift=0.5", "crop=8", "resized-crop=0.2", "rotation=30,fill=zero",
        "brightness=1", "contrast=1", "blur=1,blur-sigma=8", "noise=1,noise-deviation=1", "erasing=1,erasing-fill=mean", "erasing=1,erasing-fill=noise",
        "mixup=0.4", "cutmix=1",
    ];

    [Fact]
    public void Should_Give_The_Very_Batch_When_Nothing_Is_On()
    {
        using var scope = NewDisposeScope();
        var (faces, labels) = (Batches.Faces(4), Batches.Labels(4));

        var batch = new Augmenter(AugmentationOptions.None).Apply(faces, labels, 7, new SeededRandom(1));

        Assert.Same(faces, batch.Faces);
        Assert.Same(labels, batch.Targets);
        Assert.Same(labels, batch.DominantLabels(7));
    }

    [Fact]
    public void Should_Change_No_Bit_When_Nothing_Is_Drawn()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(200);
        // Each is on with a chance that two hundred faces hardly ever draw; a face that draws nothing goes through all of them.
        var rare = AugmentationText.Parse(
            "flip=0.02,rotation=10,shift=0.1,warp-chance=0.02,brightness=0.3,contrast=0.3,light-chance=0.02,blur=0.02,noise=0.02,erasing=0.02,"
            + "mixup=1,cutmix=1,mix-chance=0.02", AugmentationOptions.None);

        var batch = new Augmenter(rare).Apply(faces, Batches.Labels(200), 7, new SeededRandom(1));

        var same = Batches.Each(faces).Zip(Batches.Each(batch.Faces)).Count(pair => pair.First.SequenceEqual(pair.Second));
        Assert.InRange(same, 130, 195); // of 0.98¹² · 200 = 157, and some are
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Should_Stay_Within_Black_And_White(string operation)
    {
        var augmenter = new Augmenter(AugmentationText.Parse(operation, AugmentationOptions.None));
        Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), Stays).Check(Config.QuickThrowOnFailure.WithMaxTest(5));

        void Stays(ulong seed)
        {
            using var scope = NewDisposeScope();
            // White faces are those that a rounding takes past 1; the others have every value.
            foreach (var faces in new[] { Batches.Grey(16, 1), Batches.Faces(16, seed) })
            {
                var values = Batches.Values(augmenter.Apply(faces, Batches.Labels(16), 7, new SeededRandom(seed)).Faces);
                Assert.All(values, value => Assert.InRange(value, 0, 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Should_Keep_Shape_And_Input_And_Change_Every_Face(string operation)
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(16);
        var before = Batches.Values(faces);

        var batch = new Augmenter(AugmentationText.Parse(operation, AugmentationOptions.None)).Apply(faces, Batches.Labels(16), 7, new SeededRandom(2));

        Assert.Equal(before, Batches.Values(faces));
        Assert.Equal(faces.shape, batch.Faces.shape);
        // A shift of no pixel, or a face that is its own partner, is a draw like any other.
        var changed = Batches.Each(faces).Zip(Batches.Each(batch.Faces)).Count(pair => !pair.First.SequenceEqual(pair.Second));
        Assert.InRange(changed, 13, 16);
    }

    [Fact]
    public void Should_Draw_The_Same_Bit_For_Bit_When_The_Seed_Is_The_Same()
    {
        using var scope = NewDisposeScope();
        var (faces, labels) = (Batches.Faces(64), Batches.Labels(64));
        byte[] Run(ulong seed)
        {
            var random = new SeededRandom(seed);
            var augmenter = new Augmenter(Everything);
            augmenter.Apply(faces, labels, 7, random);
            var batch = augmenter.Apply(faces, labels, 7, random); // the second batch of a stream is another one
            return [.. batch.Faces.contiguous().bytes.ToArray(), .. batch.Targets.contiguous().bytes.ToArray()];
        }

        Assert.Equal(Run(9), Run(9));
        Assert.NotEqual(Run(9), Run(10));
    }

    [Fact]
    public void Should_Draw_Anew_For_Each_Batch_Of_A_Stream()
    {
        using var scope = NewDisposeScope();
        var random = new SeededRandom(1);
        var augmenter = new Augmenter(new() { HorizontalFlip = 0.5 });
        float[] Next() => Batches.Values(augmenter.Apply(Batches.Faces(32), Batches.Labels(32), 7, random).Faces);

        Assert.NotEqual(Next(), Next());
    }

    [Fact]
    public void Should_Change_No_Other_Draw_When_An_Operation_Is_Turned_On()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(64);
        float[][] Run(AugmentationOptions options) => Batches.Each(new Augmenter(options).Apply(faces, Batches.Labels(64), 7, new SeededRandom(3)).Faces);

        var flipped = Run(new() { HorizontalFlip = 0.5 });
        var both = Run(new() { HorizontalFlip = 0.5, Erasing = 0.5, ErasingArea = 0.02 });

        // The same faces are flipped: nearly all pixels agree.
        Assert.All(flipped.Zip(both), pair => Assert.InRange(pair.First.Zip(pair.Second).Count(p => p.First != p.Second), 0, 100));
    }

    [Fact]
    public void Should_Give_Probabilities_And_Their_Largest_When_Faces_Are_Mixed()
    {
        using var scope = NewDisposeScope();

        var batch = new Augmenter(new() { Mixup = 1 }).Apply(Batches.Faces(64), Batches.Labels(64), 7, new SeededRandom(1));

        Assert.Equal([64, 7], batch.Targets.shape);
        var largest = Batches.Values(batch.Targets).Chunk(7).Select(row => (long)Array.IndexOf(row, row.Max()));
        Assert.Equal(largest, batch.DominantLabels(7).data<long>().ToArray());
    }

    [Fact]
    public void Should_Leave_Nothing_Behind_But_Its_Batch()
    {
        var outer = NewDisposeScope();
        using var keeper = NewDisposeScope();
        var batch = new Augmenter(Everything).Apply(Batches.Faces(8), Batches.Labels(8), 7, new SeededRandom(1));
        keeper.Dispose();

        // The batch lies in the scope that it was asked for in, and ends with it.
        Assert.True(batch.Faces.IsInvalid);
        Assert.True(batch.Targets.IsInvalid);
        outer.Dispose();
    }
}
