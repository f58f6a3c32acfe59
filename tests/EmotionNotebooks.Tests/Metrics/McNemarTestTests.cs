using EmotionNotebooks.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class McNemarTestTests
{
    [Fact]
    public void Should_Agree_With_Statsmodels()
    {
        Assert.All(MetricFixtures.Tests.GetProperty("mcnemar").EnumerateArray(), it =>
        {
            int[] table = [.. it.GetProperty("table").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(cell => cell.GetInt32())];
            var test = McNemarTest.Of(table[0], table[1], table[2], table[3]);

            Assert.Equal(it.GetProperty("exact").GetBoolean(), test.IsExact);
            MetricFixtures.Near(it.GetProperty("statistic").Number(), test.Statistic);
            var p = it.GetProperty("p").GetDouble();
            Assert.Equal(p, test.PValue, 1e-12 * p);
            foreach (var (name, level) in new[] { ("difference95", 0.95), ("difference99", 0.99) })
            {
                var (low, high) = test.DifferenceInterval(level);
                MetricFixtures.Near(it.Numbers(name), [low, high]);
            }
        });
    }

    [Fact]
    public void Should_Count_Who_Was_Right_On_Which_Face()
    {
        byte[] labels = [0, 0, 0, 1, 1, 1];
        var test = McNemarTest.Of(Deciding(labels, 0, 0, 1, 1, 0, 0), Deciding(labels, 0, 1, 0, 0, 0, 0));

        Assert.Equal((1, 2, 1, 2), (test.BothRight, test.OnlyFirst, test.OnlySecond, test.BothWrong));
        Assert.Equal((6, 1 / 6.0), (test.Count, test.Difference));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(500)]
    public void Should_See_No_Difference_When_Both_Are_Right_Alone_Equally_Often(int alone)
    {
        var test = McNemarTest.Of(10, alone, alone, 10);

        Assert.Equal((1.0, 0.0), (test.PValue, test.Difference));
    }

    [Fact]
    public void Should_Mirror_When_The_Networks_Change_Places_And_Stay_In_Range()
    {
        var cells = Gen.Choose(0, 60).Four().Where(it => it.Item1 + it.Item2 + it.Item3 + it.Item4 > 0);
        Prop.ForAll(cells.ToArbitrary(), Holds).QuickCheckThrowOnFailure();

        static void Holds((int A, int B, int C, int D) it)
        {
            var test = McNemarTest.Of(it.A, it.B, it.C, it.D);
            var mirror = McNemarTest.Of(it.A, it.C, it.B, it.D);
            Assert.Equal((test.PValue, test.Statistic, test.Difference), (mirror.PValue, mirror.Statistic, -mirror.Difference));
            Assert.InRange(test.PValue, 0, 1);
            var (low, high) = test.DifferenceInterval();
            var (mirrorLow, mirrorHigh) = mirror.DifferenceInterval();
            Assert.Equal(-high, mirrorLow, 1e-12);
            Assert.Equal(-low, mirrorHigh, 1e-12);
            Assert.InRange(low, -1, high);
            Assert.InRange(high, low, 1);
            // Agreement says nothing about which is better.
            Assert.Equal(test.PValue, McNemarTest.Of(it.A + 7, it.B, it.C, it.D + 9).PValue);
        }
    }

    [Fact]
    public void Should_Refuse_Predictions_For_Other_Faces()
    {
        var two = Deciding([0, 1], 0, 0);

        Assert.Equal("predictions for 2 and 1 faces; expected the same faces", Fails(Deciding([0], 0)));
        Assert.Equal("example 1 has the labels 1 and 0; expected the same faces", Fails(Deciding([0, 0], 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => McNemarTest.Of(0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => McNemarTest.Of(1, -1, 0, 0));

        string Fails(Predictions other) => Assert.Throws<ArgumentException>(() => McNemarTest.Of(two, other)).Message;
    }

    private static Predictions Deciding(byte[] labels, params int[] predicted) =>
        new([.. predicted.SelectMany(c => c == 0 ? new[] { 0.6f, 0.4f } : [0.4f, 0.6f])], labels, 2);
}
