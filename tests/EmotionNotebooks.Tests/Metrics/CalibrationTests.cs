using EmotionNotebooks.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class CalibrationTests
{
    [Fact]
    public void Should_Be_Zero_When_Each_Confidence_Is_Right_As_Often_As_It_Says()
    {
        // Of every twenty faces with confidence k/20, k are right.
        var (probabilities, labels) = (new List<float>(), new List<byte>());
        for (var k = 11; k < 20; k += 2)
        {
            for (var i = 0; i < 20; i++)
            {
                probabilities.AddRange([k / 20f, 1 - k / 20f]);
                labels.Add((byte)(i < k ? 0 : 1));
            }
        }

        var calibration = new Predictions([.. probabilities], [.. labels], 2).Calibration(10);

        Assert.Equal(0, calibration.ExpectedError, 1e-7);
        Assert.Equal([0, 0, 0, 0, 0, 20, 20, 20, 20, 20], calibration.Bins.Select(bin => bin.Count));
        Assert.Equal([0.55, 0.65, 0.75, 0.85, 0.95], calibration.Bins.Skip(5).Select(bin => bin.Accuracy!.Estimate));
    }

    [Fact]
    public void Should_Be_The_Gap_When_All_Are_Equally_Sure()
    {
        // 0.75 sure, half right; and the edge 0.75 of four bins belongs to the lower one.
        var calibration = new Predictions([0.75f, 0.25f, 0.75f, 0.25f], [0, 1], 2).Calibration(4);

        Assert.Equal(0.25, calibration.ExpectedError, 1e-12);
        Assert.Equal([0, 0, 2, 0], calibration.Bins.Select(bin => bin.Count));
        var bin = calibration.Bins[2];
        Assert.Equal((0.5, 0.75, 0.75, 0.5), (bin.Low, bin.High, bin.Confidence, bin.Accuracy!.Estimate));
        Assert.Equal((null, null), (calibration.Bins[0].Confidence, calibration.Bins[0].Accuracy));
    }

    [Fact]
    public void Should_Stay_In_Range_Hold_Every_Face_And_Equal_The_Overall_Gap_When_There_Is_One_Bin()
    {
        Prop.ForAll(RandomPredictions.Arbitrary, Holds).QuickCheckThrowOnFailure();

        static void Holds(Predictions predictions)
        {
            var calibration = predictions.Calibration();
            Assert.Equal(15, calibration.Bins.Count);
            Assert.InRange(calibration.ExpectedError, 0, 1);
            Assert.Equal(predictions.Count, calibration.Bins.Sum(bin => bin.Count));
            Assert.All(calibration.Bins.Where(bin => bin.Count > 0), bin => Assert.InRange(bin.Confidence!.Value, bin.Low, bin.High + 1e-6));
            var sure = Enumerable.Range(0, predictions.Count).Average(i => (double)predictions.Confidence(i));
            Assert.Equal(Math.Abs(predictions.Accuracy() - sure), predictions.Calibration(1).ExpectedError, 1e-12);
        }
    }

    [Fact]
    public void Should_Refuse_To_Have_No_Bin() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Predictions([1, 0], [0], 2).Calibration(0));
}
