using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class CochranQTestTests
{
    [Fact]
    public void Should_Agree_With_Statsmodels()
    {
        Assert.All(MetricFixtures.Tests.GetProperty("cochran").EnumerateArray(), it =>
        {
            var networks = it.GetProperty("right").EnumerateArray().Select(row => Right(row.EnumerateArray().Select(cell => cell.GetInt32() == 1))).ToArray();

            var test = CochranQTest.Of(networks);

            Assert.Equal(it.GetProperty("q").GetDouble(), test.Statistic, MetricFixtures.Tolerance);
            Assert.Equal(it.GetProperty("p").GetDouble(), test.PValue, MetricFixtures.Tolerance);
            Assert.Equal(networks.Length - 1, test.Degrees);
        });
    }

    [Fact]
    public void Should_See_No_Difference_When_No_Face_Tells_The_Networks_Apart()
    {
        var network = Right([true, false, true]);

        Assert.Equal(new CochranQTest(0, 2, 1), CochranQTest.Of([network, network, network]));
    }

    [Fact]
    public void Should_Refuse_Fewer_Than_Two_Networks_Or_Other_Faces()
    {
        var network = Right([true, false]);

        Assert.StartsWith("1 networks to compare; expected at least 2",
            Assert.Throws<ArgumentException>(() => CochranQTest.Of([network])).Message, StringComparison.Ordinal);
        Assert.Equal("predictions for 2 and 1 faces; expected the same faces",
            Assert.Throws<ArgumentException>(() => CochranQTest.Of([network, network, Right([true])])).Message);
    }

    private static Predictions Right(IEnumerable<bool> right)
    {
        bool[] all = [.. right];
        return new([.. all.SelectMany(isRight => isRight ? new[] { 1f, 0f } : [0f, 1f])], new byte[all.Length], 2);
    }
}
