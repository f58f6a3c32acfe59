using EmotionNotebooks.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class PredictionsTests
{
    private static readonly Predictions Three = new([0.7f, 0.2f, 0.1f, 0.4f, 0.5f, 0.1f, 0.3f, 0.3f, 0.4f], [0, 0, 2], 3);

    [Fact]
    public void Should_Count_What_Is_Right()
    {
        Assert.Equal(2, Three.Correct);
        Assert.Equal(2 / 3.0, Three.Accuracy(), 12);
    }

    [Fact]
    public void Should_Be_The_Mean_Negative_Log_Of_The_Labels_Probabilities()
    {
        var expected = -(Math.Log(0.7f) + Math.Log(0.4f) + Math.Log(0.4f)) / 3;

        Assert.Equal(expected, Three.LogLoss(), 12);
    }

    [Fact]
    public void Should_Have_Labels_In_Rows_And_Predictions_In_Columns()
    {
        Assert.Equal(new[,] { { 1, 1, 0 }, { 0, 0, 0 }, { 0, 0, 1 } }, Three.ConfusionMatrix().ToArray());
    }

    [Fact]
    public void Should_Take_The_Lower_Class_When_Two_Are_Equal()
    {
        Assert.Equal(0, new Predictions([0.5f, 0.5f], [1], 2).Predicted(0));
    }

    [Fact]
    public void Should_Stay_Finite_When_The_Label_Has_No_Probability()
    {
        Assert.Equal(-Math.Log(1e-12), new Predictions([0f, 1f], [0], 2).LogLoss(), 9);
    }

    [Fact]
    public void Should_Rank_The_Label_Among_The_Classes()
    {
        Assert.Equal((2 / 3.0, 3L), (Three.TopInterval(1).Estimate, Three.TopInterval(1).Total));
        Assert.Equal(1, Three.TopInterval(2).Estimate);
        Assert.Equal(1, Three.TopInterval(3).Estimate);
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.TopInterval(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Three.TopInterval(4));
    }

    [Fact]
    public void Should_Be_The_Mean_Squared_Distance_From_The_Label()
    {
        double[] squares = [0.3 * 0.3 + 0.2 * 0.2 + 0.1 * 0.1, 0.6 * 0.6 + 0.5 * 0.5 + 0.1 * 0.1, 0.3 * 0.3 + 0.3 * 0.3 + 0.6 * 0.6];

        Assert.Equal(squares.Average(), Three.Brier(), 6);
    }

    [Fact]
    public void Should_Hold_The_Same_Examples_When_Some_Are_Selected_And_Selected_From_Again()
    {
        var some = Three.Select([2, 1, 1, 0]);
        var fewer = some.Select([3, 2]);

        Assert.Equal((4, 2), (some.Count, some.Correct));
        Assert.Equal([0, 0], [fewer.Label(0), fewer.Label(1)]);
        Assert.Equal([0.7f, 0.2f, 0.1f], fewer.Probabilities(0).ToArray());
        Assert.Equal((0, 1, true, false), (fewer.Predicted(0), fewer.Predicted(1), fewer.IsCorrect(0), fewer.IsCorrect(1)));
        Assert.Equal((0.7f, 0.5f), (fewer.Confidence(0), fewer.Confidence(1)));
        Assert.Equal(new[,] { { 1, 1, 0 }, { 0, 0, 0 }, { 0, 0, 0 } }, fewer.ConfusionMatrix().ToArray());
    }

    [Theory]
    [InlineData(new int[] { }, "no example is selected; expected at least one")]
    [InlineData(new[] { 0, 3 }, "example 3 of 3 is selected; expected 0 to 2")]
    [InlineData(new[] { -1 }, "example -1 of 3 is selected; expected 0 to 2")]
    public void Should_Refuse_A_Selection_When_It_Names_No_Example(int[] rows, string message)
    {
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Three.Select(rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Not_Depend_On_The_Order_Of_The_Examples()
    {
        Prop.ForAll(RandomPredictions.Arbitrary, Holds).QuickCheckThrowOnFailure();

        static void Holds(Predictions predictions)
        {
            int[] order = [.. Enumerable.Range(0, predictions.Count)];
            new SeededRandom(5).Shuffle(order.AsSpan());
            var turned = predictions.Select(order);
            Assert.Equal(predictions.Accuracy(), turned.Accuracy());
            Assert.Equal(predictions.LogLoss(), turned.LogLoss(), 1e-9);
            Assert.Equal(predictions.Brier(), turned.Brier(), 1e-9);
            Assert.Equal(predictions.Calibration().ExpectedError, turned.Calibration().ExpectedError, 1e-9);
            Assert.Equal(predictions.ConfusionMatrix().ToArray(), turned.ConfusionMatrix().ToArray());
        }
    }

    [Fact]
    public void Should_Stay_In_Range_And_Grow_With_K()
    {
        Prop.ForAll(RandomPredictions.Arbitrary, Holds).QuickCheckThrowOnFailure();

        static void Holds(Predictions predictions)
        {
            Assert.InRange(predictions.Brier(), 0, 2 + 1e-6);
            Assert.True(predictions.LogLoss() >= 0);
            var tops = Enumerable.Range(1, predictions.ClassCount).Select(k => predictions.TopInterval(k).Estimate).ToArray();
            Assert.Equal(predictions.Accuracy(), tops[0]);
            Assert.Equal(tops.Order(), tops);
            Assert.Equal(1, tops[^1]);
        }
    }

    [Theory]
    [InlineData(new float[] { 0.5f, 0.5f }, new byte[] { 0, 1 }, "2 probabilities for 2 labels of 2 classes")]
    [InlineData(new float[] { 0.5f, 0.5f }, new byte[] { 2 }, "label 2 of example 0 is not below 2")]
    [InlineData(new float[] { float.NaN, 0.5f }, new byte[] { 0 }, "probability NaN of example 0 is not from 0 to 1")]
    [InlineData(new float[] { 0.5f, 1.5f }, new byte[] { 0 }, "probability 1.5 of example 0 is not from 0 to 1")]
    [InlineData(new float[] { }, new byte[] { }, "0 probabilities for 0 labels of 2 classes")]
    public void Should_Say_What_Is_Wrong_When_The_Input_Is(float[] probabilities, byte[] labels, string message)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new Predictions(probabilities, labels, 2)).Message);
    }
}
