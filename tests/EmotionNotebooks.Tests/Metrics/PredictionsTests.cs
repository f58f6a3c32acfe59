using EmotionNotebooks.Metrics;

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
        Assert.Equal(new[,] { { 1, 1, 0 }, { 0, 0, 0 }, { 0, 0, 1 } }, Three.ConfusionMatrix());
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
