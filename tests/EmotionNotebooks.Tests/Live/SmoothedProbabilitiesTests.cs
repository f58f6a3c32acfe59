using EmotionNotebooks.Live;

namespace EmotionNotebooks.Tests.Live;

[Trait("Needs", "Nothing")]
public sealed class SmoothedProbabilitiesTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void Should_Come_As_Near_In_The_Same_Time_Whatever_The_Rate(int rate)
    {
        var smoothed = new SmoothedProbabilities(0.5);
        smoothed.Add(0, [1, 0]);
        for (var i = 1; i <= rate; i++)
            smoothed.Add((double)i / rate, [0, 1]);

        Assert.Equal(Math.Exp(-1 / 0.5), smoothed.Values[0], 1e-5);
        Assert.Equal(1, smoothed.Values.Sum(), 1e-6);
    }

    [Fact]
    public void Should_Give_What_Was_Seen_Without_Smoothing()
    {
        var smoothed = new SmoothedProbabilities(0);
        smoothed.Add(0, [1, 0]);
        smoothed.Add(0.01, [0.25f, 0.75f]);

        Assert.Equal([0.25f, 0.75f], smoothed.Values);
    }
}
