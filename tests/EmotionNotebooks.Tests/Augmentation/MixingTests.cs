using EmotionNotebooks.Augmentation;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class MixingTests
{
    [Fact]
    public void Should_Add_The_Partners_Pixels_By_Their_Share_When_It_Is_Mixup()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(32);
        var each = Batches.Each(faces);
        var mixing = Mixing.Draw(new() { Mixup = 1 }, 32, new SeededRandom(1));

        var mixed = Batches.Each(mixing.MixFaces(faces));

        for (var i = 0; i < 32; i++)
        {
            var (share, partner) = (mixing.Shares[i], each[mixing.Partners[i]]);
            Assert.All(each[i].Zip(partner, (own, other) => (share * own) + ((1 - share) * other)).Zip(mixed[i]),
                pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        }
    }

    [Fact]
    public void Should_Share_The_Label_As_The_Area_Is_Shared_When_It_Is_Cutmix()
    {
        using var scope = NewDisposeScope();
        // Face i is all i / 64, so that each pixel tells whose it is.
        var faces = tensor(Enumerable.Range(0, 64).SelectMany(i => Enumerable.Repeat(i / 64f, FaceSet.PixelsPerFace)).ToArray(), [64, 1, 48, 48]);
        var mixing = Mixing.Draw(new() { Cutmix = 1 }, 64, new SeededRandom(1));

        var mixed = Batches.Each(mixing.MixFaces(faces));

        for (var i = 0; i < 64; i++)
        {
            var (own, other) = (i / 64f, mixing.Partners[i] / 64f);
            Assert.All(mixed[i], value => Assert.True(value == own || value == other));
            if (own != other)
            {
                Assert.Equal(mixed[i].Count(value => value == own) / (double)FaceSet.PixelsPerFace, mixing.Shares[i], 1e-6);
            }
        }

        Assert.InRange(mixing.Shares.Min(), 0, 0.2f);
        Assert.InRange(mixing.Shares.Max(), 0.9f, 1);
    }

    [Fact]
    public void Should_Make_Targets_That_Add_Up_To_One()
    {
        using var scope = NewDisposeScope();
        var labels = Batches.Labels(64);
        var mixing = Mixing.Draw(new() { Mixup = 0.4, Cutmix = 1, MixChance = 0.8 }, 64, new SeededRandom(1));

        var targets = Batches.Values(mixing.MixLabels(labels, 7)).Chunk(7).ToArray();

        for (var i = 0; i < 64; i++)
        {
            Assert.Equal(1, targets[i].Sum(), 1e-6f);
            var (own, other) = (i % 7, (int)(mixing.Partners[i] % 7));
            for (var c = 0; c < 7; c++)
            {
                var expected = (c == own ? mixing.Shares[i] : 0) + (c == other ? 1 - mixing.Shares[i] : 0);
                Assert.Equal(expected, targets[i][c], 1e-6f);
            }
        }
    }

    [Fact]
    public void Should_Give_Every_Face_Once_And_Mix_By_Chance()
    {
        var mixing = Mixing.Draw(new() { Mixup = 1, Cutmix = 1, MixChance = 0.5 }, 4000, new SeededRandom(1));

        Assert.Equal(Enumerable.Range(0, 4000).Select(i => (long)i), mixing.Partners.Order());
        // Four standard deviations: 126 of the half that is mixed, 110 of the quarter that is cut.
        Assert.InRange(mixing.Shares.Count(share => share < 1), 2000 - 126, 2000 + 126);
        Assert.InRange(mixing.Boxes.Count(box => box.Share > 0), 1000 - 110, 1000 + 110);
    }
}
