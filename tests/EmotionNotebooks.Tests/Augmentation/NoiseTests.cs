using EmotionNotebooks.Augmentation;
using TorchSharp;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class NoiseTests
{
    [Fact]
    public void Should_Deviate_By_What_Each_Face_Draws()
    {
        using var scope = NewDisposeScope();

        var faces = Batches.Each(Noise.Apply(Batches.Grey(400, 0.5f), new() { Noise = 1, NoiseDeviation = 0.1 }, new SeededRandom(1)));

        var deviations = faces.Select(face => Math.Sqrt(face.Average(value => Math.Pow(value - 0.5, 2)))).ToArray();
        Assert.All(faces, face => Assert.Equal(0.5, face.Average(), 0.011)); // five standard errors of the noisiest face
        Assert.InRange(deviations.Min(), 0, 0.005);
        Assert.InRange(deviations.Max(), 0.095, 0.105);
        Assert.Equal(0.05, deviations.Average(), 0.01);
    }

    [Fact]
    public void Should_Leave_The_Other_Faces_And_The_Shared_Generator_Alone()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(400);
        manual_seed(3);
        var expected = rand(1).ToSingle();
        manual_seed(3);

        var noisy = Batches.Each(Noise.Apply(faces, new() { Noise = 0.25 }, new SeededRandom(1)));

        Assert.InRange(Batches.Each(faces).Zip(noisy).Count(pair => !pair.First.SequenceEqual(pair.Second)), 100 - 35, 100 + 35);
        Assert.Equal(expected, rand(1).ToSingle());
    }
}
