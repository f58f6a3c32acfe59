using EmotionNotebooks.Augmentation;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class FlipsTests
{
    private static readonly float[] Face = [1, 2, 3, 4]; // 1 2 / 3 4

    [Theory]
    [InlineData(3, new float[] { 2, 1, 4, 3 })]
    [InlineData(2, new float[] { 3, 4, 1, 2 })]
    public void Should_Mirror_Rows_Or_Columns(int dimension, float[] expected)
    {
        using var scope = NewDisposeScope();

        var flipped = Flips.Apply(tensor(Face, [1, 1, 2, 2]), 1, dimension, new SeededRandom(1));

        Assert.Equal(expected, Batches.Values(flipped));
    }

    [Fact]
    public void Should_Draw_For_Each_Face_By_Itself_With_The_Given_Chance()
    {
        using var scope = NewDisposeScope();
        var batch = tensor(Enumerable.Repeat(Face, 4000).SelectMany(face => face).ToArray(), [4000, 1, 2, 2]);

        var flipped = Batches.Values(Flips.Apply(batch, 0.25, 3, new SeededRandom(5)));

        // Four standard deviations of a binomial with n = 4000, p = 0.25 are 110.
        Assert.InRange(flipped.Chunk(4).Count(face => face[0] == 2), 1000 - 110, 1000 + 110);
    }
}
