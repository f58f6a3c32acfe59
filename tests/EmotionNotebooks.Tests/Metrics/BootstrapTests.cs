using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class BootstrapTests
{
    private static readonly Predictions Some = RandomPredictions.Make(7, 400, 6, 1);

    [Fact]
    public void Should_Give_The_Binomials_Quantiles_When_The_Figure_Is_The_Accuracy()
    {
        // A resample's number of right faces is binomial: 400 faces, three quarters right, is 300 ± 8.66.
        var labels = new byte[400];
        labels.AsSpan(300).Fill(1);
        var predictions = new Predictions([.. Enumerable.Repeat(new[] { 0.9f, 0.1f }, 400).SelectMany(row => row)], labels, 2);

        var interval = Bootstrap.Of(predictions, it => it.Accuracy(), new SeededRandom(1), 20_000);

        Assert.Equal(0.75, interval.Estimate);
        // scipy.stats.binom(400, 0.75).ppf([0.025, 0.975]) is 283 and 317; a quantile of 20,000 draws may miss by one.
        Assert.Equal(283 / 400.0, interval.Lower!.Value, 1.01 / 400);
        Assert.Equal(317 / 400.0, interval.Upper!.Value, 1.01 / 400);
        Assert.Equal((0.95, 20_000), (interval.Confidence, interval.Resamples));
    }

    [Fact]
    public void Should_Cover_The_Truth_About_As_Often_As_It_Claims()
    {
        // Networks that are right with probability 0.6: 200 sets of 150 faces.
        var random = new SeededRandom(7);
        var covered = Enumerable.Range(0, 200).Count(_ =>
        {
            byte[] labels = [.. Enumerable.Range(0, 150).Select(_ => (byte)(random.NextDouble() < 0.6 ? 0 : 1))];
            var predictions = new Predictions([.. labels.SelectMany(_ => new[] { 0.8f, 0.2f })], labels, 2);
            var interval = Bootstrap.Of(predictions, it => it.Accuracy(), random, 400, 0.9);
            return interval.Lower <= 0.6 && interval.Upper >= 0.6;
        });

        // Binomial(200, 0.9) has a standard deviation of 4.2: four of them.
        Assert.InRange(covered, 163, 197);
    }

    [Fact]
    public void Should_Depend_On_The_Seed_Alone()
    {
        var first = Bootstrap.Of(Some, it => it.LogLoss(), new SeededRandom(3), 200);
        var used = new SeededRandom(3);
        used.NextBits();

        Assert.Equal(first, Bootstrap.Of(Some, it => it.LogLoss(), used, 200));
        Assert.NotEqual(first, Bootstrap.Of(Some, it => it.LogLoss(), new SeededRandom(4), 200));
        // The first figure of several is drawn as if it were alone.
        Assert.Equal(first, Bootstrap.OfAll(Some, it => [it.LogLoss(), it.Brier()], new SeededRandom(3), 200)[0]);
    }

    [Fact]
    public void Should_Hold_The_Estimate_And_Widen_With_Confidence()
    {
        var narrow = Bootstrap.Of(Some, it => it.ConfusionMatrix().MacroF1(), new SeededRandom(1), 500, 0.8);
        var wide = Bootstrap.Of(Some, it => it.ConfusionMatrix().MacroF1(), new SeededRandom(1), 500, 0.99);

        Assert.InRange(narrow.Estimate!.Value, narrow.Lower!.Value, narrow.Upper!.Value);
        Assert.True(wide.Lower < narrow.Lower && wide.Upper > narrow.Upper);
    }

    [Fact]
    public void Should_Say_So_When_The_Figure_Is_Undefined_On_All_Or_On_Most_Resamples()
    {
        var undefined = Bootstrap.Of(Some, _ => null, new SeededRandom(1), 100);
        Assert.Equal(new BootstrapInterval(null, null, null, 0.95, 0), undefined);

        // Defined on the whole set only: no resample has all faces.
        var rare = Bootstrap.Of(Some, it => it.Correct == Some.Correct && it.LogLoss() == Some.LogLoss() ? 1 : null, new SeededRandom(1), 100);
        Assert.Equal((1.0, null, null), (rare.Estimate, rare.Lower, rare.Upper));
        Assert.True(rare.Resamples < 50);

        // Of one face every resample is the same.
        var one = Bootstrap.Of(new Predictions([0.2f, 0.8f], [1], 2), it => it.Accuracy(), new SeededRandom(1), 100);
        Assert.Equal(new BootstrapInterval(1, null, null, 0.95, 100), one);
    }

    [Fact]
    public void Should_Refuse_Too_Few_Resamples_And_What_Is_No_Level()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Of(Some, it => 1, new SeededRandom(1), 99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Of(Some, it => 1, new SeededRandom(1), confidence: 95));
    }
}
