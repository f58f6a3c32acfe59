using EmotionNotebooks.Augmentation;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Augmentation;

[Trait("Needs", "Libtorch")]
public sealed class FlipsTests
{
    private static readonly float[] Face = [1, 2, 3, 4]; // 1 2 / 3 4

    [Theory]
    [InlineData(0, 0, new float[] { 1, 2, 3, 4 })]
    [InlineData(1, 0, new float[] { 2, 1, 4, 3 })]
    [InlineData(0, 1, new float[] { 3, 4, 1, 2 })]
    [InlineData(1, 1, new float[] { 4, 3, 2, 1 })]
    public void Should_Mirror_Rows_And_Columns(double horizontal, double vertical, float[] expected)
    {
        using var scope = NewDisposeScope();

        var flipped = new Flips(horizontal, vertical).Apply(tensor(Face, [1, 1, 2, 2]), new SeededRandom(1));

        Assert.Equal(expected, flipped.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void Should_Draw_For_Each_Face_By_Itself_With_The_Given_Chance()
    {
        using var scope = NewDisposeScope();
        var batch = tensor(Enumerable.Repeat(Face, 4000).SelectMany(face => face).ToArray(), [4000, 1, 2, 2]);

        var flipped = new Flips(0.25, 0).Apply(batch, new SeededRandom(5)).contiguous().data<float>().ToArray();

        // Four standard deviations of a binomial with n = 4000, p = 0.25 are 110.
        Assert.InRange(flipped.Chunk(4).Count(face => face[0] == 2), 1000 - 110, 1000 + 110);
    }

    [Fact]
    public void Should_Draw_The_Same_When_The_Seed_Is_The_Same()
    {
        using var scope = NewDisposeScope();
        var batch = rand(64, 1, 4, 4);
        float[] Apply() => new Flips(0.5, 0.5).Apply(batch, new SeededRandom(9)).contiguous().data<float>().ToArray();

        Assert.Equal(Apply(), Apply());
    }
}
