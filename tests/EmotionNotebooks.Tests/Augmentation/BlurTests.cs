using EmotionNotebooks.Augmentation;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class BlurTests
{
    private const int Side = FaceSet.Side;

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.3)]
    [InlineData(8)]
    public void Should_Weigh_Each_Pixels_Neighbours_By_The_Gaussian(double sigma)
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(2);
        var face = Batches.Each(faces)[1];

        var blurred = Batches.Each(Blur.Apply(faces, [1, sigma]))[1];

        foreach (var (x, y) in new[] { (24, 24), (0, 0), (47, 3) })
        {
            var (sum, weights) = (0.0, 0.0);
            for (var i = 0; i < face.Length; i++)
            {
                var (across, down) = ((i % Side) - x, (i / Side) - y);
                var weight = Math.Exp(-((across * across) + (down * down)) / (2 * sigma * sigma));
                weights += weight;
                sum += weight * face[i];
            }

            Assert.Equal(sum / weights, blurred[(y * Side) + x], 1e-5);
        }
    }

    [Fact]
    public void Should_Blur_The_Drawn_Faces_Alone()
    {
        using var scope = NewDisposeScope();
        var faces = Batches.Faces(400);

        var blurred = Batches.Each(Blur.Apply(faces, new AugmentationOptions { Blur = 0.25, BlurSigma = 2 }, new SeededRandom(1)));

        // Four standard deviations of a binomial with n = 400, p = 0.25 are 35.
        Assert.InRange(Batches.Each(faces).Zip(blurred).Count(pair => !pair.First.SequenceEqual(pair.Second)), 100 - 35, 100 + 35);
    }
}
