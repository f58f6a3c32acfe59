using EmotionNotebooks.Explain;

namespace EmotionNotebooks.Tests.Explain;

public sealed class HeatMapTests
{
    [Fact]
    public void Should_Weigh_Pixels_By_Their_Values_When_The_Centre_Is_Asked_For()
    {
        var values = new float[48 * 48];
        values[(10 * 48) + 4] = 0.25f;
        values[(20 * 48) + 8] = 0.75f;

        var map = new HeatMap(values);

        Assert.Equal((7.5, 18.0), map.Centre);
        Assert.Equal(0.75f, map.Highest);
    }

    [Fact]
    public void Should_Have_No_Centre_When_All_Is_Zero_And_The_Middle_When_All_Is_Even()
    {
        Assert.Null(new HeatMap(new float[48 * 48]).Centre);
        var even = new HeatMap(Enumerable.Repeat(0.5f, 48 * 48).ToArray()).Centre!.Value;
        Assert.Equal(24, even.X, 1e-9);
        Assert.Equal(24, even.Y, 1e-9);
    }

    [Theory]
    [InlineData(-0.01f)]
    [InlineData(1.01f)]
    [InlineData(float.NaN)]
    public void Should_Refuse_Values_That_Are_None(float value)
    {
        var values = new float[48 * 48];
        values[7] = value;

        Assert.Equal($"a map with the value {value}; expected 0 to 1", Assert.Throws<ArgumentException>(() => new HeatMap(values)).Message);
        Assert.Equal("a map of 3 values; expected 2304", Assert.Throws<ArgumentException>(() => new HeatMap(new float[3])).Message);
    }
}
