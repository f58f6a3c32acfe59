using EmotionNotebooks.Augmentation;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class LightTests
{
    [Fact]
    public void Should_Multiply_By_The_Drawn_Brightness()
    {
        using var scope = NewDisposeScope();

        var greys = Batches.Each(Light.Apply(Batches.Grey(2000, 0.5f), new() { Brightness = 0.4 }, new SeededRandom(1)));

        Assert.All(greys, face => Assert.Single(face.Distinct()));
        Assert.InRange(greys.Min(face => face[0]), 0.3f, 0.302f);
        Assert.InRange(greys.Max(face => face[0]), 0.698f, 0.7f);
        Assert.Equal(0.5, greys.Average(face => face[0]), 0.01);
    }

    [Fact]
    public void Should_Keep_The_Mean_When_Only_Contrast_Is_Drawn()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(200).mul(0.5f).add(0.25f); // room on both sides
        var before = Batches.Each(faces);

        var after = Batches.Each(Light.Apply(faces, new() { Contrast = 0.5 }, new SeededRandom(1)));

        var factors = before.Zip(after, (b, a) => (a.Max() - a.Min()) / (b.Max() - b.Min())).ToArray();
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First.Average(), pair.Second.Average(), 1e-5f));
        Assert.InRange(factors.Min(), 0.5f, 0.55f);
        Assert.InRange(factors.Max(), 1.45f, 1.501f);
    }

    [Fact]
    public void Should_Change_No_Bit_Of_A_Face_That_Draws_Nothing()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(1000);

        var changed = Batches.Each(Light.Apply(faces, new() { Brightness = 0.4, Contrast = 0.4, LightChance = 0.5 }, new SeededRandom(1)));

        // A quarter draws neither; four standard deviations are 55.
        Assert.InRange(Batches.Each(faces).Zip(changed).Count(pair => pair.First.SequenceEqual(pair.Second)), 250 - 55, 250 + 55);
    }
}
