using EmotionNotebooks.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class WilsonIntervalTests
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Should_give_the_published_intervals(long successes, long total, double lower, double upper)
    {
        var interval = WilsonInterval.Of(successes, total);

        Assert.Equal(lower, interval.Lower, 4);
        Assert.Equal(upper, interval.Upper, 4);
    }

    // From the formula with Python's statistics.NormalDist.
    [Theory]
    [InlineData(2361, 3589, 0.95, 0.642160476908, 0.673188812223)]
    [InlineData(2361, 3589, 0.99, 0.637170121542, 0.677934173689)]
    [InlineData(5, 10, 0.90, 0.269271821138, 0.730728178862)]
    [InlineData(20, 20, 0.95, 0.838874841947, 1)]
    [InlineData(0, 10, 0.99, 0, 0.398854093305)]
    public void Should_give_the_formulas_interval_at_any_confidence(long successes, long total, double confidence, double lower, double upper)
    {
        var interval = WilsonInterval.Of(successes, total, confidence);

        Assert.Equal(lower, interval.Lower, 1e-11);
        Assert.Equal(upper, interval.Upper, 1e-11);
        Assert.Equal((successes, total, confidence), (interval.Successes, interval.Total, interval.Confidence));
        Assert.Equal((double)successes / total, interval.Estimate);
    }

    [Fact]
    public void Should_hold_the_estimate_stay_within_bounds_mirror_and_widen_with_confidence()
    {
        var cases = from total in Gen.Choose(1, 100_000)
                    from successes in Gen.Choose(0, total)
                    from confidence in Gen.Elements(0.5, 0.9, 0.95, 0.999)
                    select (total, successes, confidence);
        Prop.ForAll(cases.ToArbitrary(), Holds).QuickCheckThrowOnFailure();

        static void Holds((int Total, int Successes, double Confidence) it)
        {
            var interval = WilsonInterval.Of(it.Successes, it.Total, it.Confidence);
            Assert.InRange(interval.Estimate, interval.Lower, interval.Upper);
            Assert.True(interval.Lower >= 0 && interval.Upper <= 1);
            var mirror = WilsonInterval.Of(it.Total - it.Successes, it.Total, it.Confidence);
            Assert.Equal(1 - interval.Upper, mirror.Lower, 1e-12);
            var surer = WilsonInterval.Of(it.Successes, it.Total, 1 - (1 - it.Confidence) / 2);
            Assert.True(surer.Upper - surer.Lower > interval.Upper - interval.Lower);
        }
    }

    [Theory]
    [InlineData(0, 0, 0.95)]
    [InlineData(-1, 5, 0.95)]
    [InlineData(6, 5, 0.95)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 5, 1)]
    [InlineData(1, 5, 95)]
    [InlineData(1, 5, double.NaN)]
    public void Should_refuse_what_is_no_proportion_or_level(long successes, long total, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(successes, total, confidence));
}
