using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class FerPlusAccuracyTests
{
    // FER-2013's classes: angry, disgust, fear, happy, sad, surprise, neutral.
    private static readonly int[] Predicted = [6, 3, 3, 6, 0];

    // neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF
    private static readonly FaceVotes Votes = new(new byte[]
    {
        9, 0, 0, 0, 0, 0, 0, 0, 1, 0, // neutral
        0, 5, 5, 0, 0, 0, 0, 0, 0, 0, // happiness by arg-max, no majority
        3, 0, 0, 0, 0, 0, 0, 7, 0, 0, // contempt
        2, 0, 0, 0, 0, 0, 0, 0, 8, 0, // unknown; neutral is all that is left
        0, 0, 0, 0, 0, 0, 0, 0, 0, 10, // not a face
    });

    [Theory]
    [InlineData(FerPlusProtocol.Majority, 1, 2, 3)]
    [InlineData(FerPlusProtocol.ArgMax, 2, 3, 2)]
    [InlineData(FerPlusProtocol.AnyEmotion, 3, 4, 1)]
    public void Should_Judge_By_The_Votes_And_Count_Contempt_As_Wrong(FerPlusProtocol protocol, int right, int n, int excluded)
    {
        var score = FerPlusAccuracy.Of(Deciding(7, Predicted), Emotions.Names, Votes, protocol);

        Assert.Equal(new FerPlusAccuracy(protocol, WilsonInterval.Of(right, n), excluded, 1), score);
    }

    [Fact]
    public void Should_Know_Contempt_When_The_Network_Does()
    {
        string[] names = [.. Emotions.Names, "Contempt"];

        var score = FerPlusAccuracy.Of(Deciding(8, [0, 0, 7, 0, 0]), names, Votes, FerPlusProtocol.Majority);

        Assert.Equal(new FerPlusAccuracy(FerPlusProtocol.Majority, WilsonInterval.Of(1, 2), 3, 0), score);
    }

    [Fact]
    public void Should_Have_No_Accuracy_When_No_Face_Has_A_Label()
    {
        var score = FerPlusAccuracy.Of(Deciding(7, [0]), Emotions.Names, new FaceVotes(new byte[10]), FerPlusProtocol.AnyEmotion);

        Assert.Equal(new FerPlusAccuracy(FerPlusProtocol.AnyEmotion, null, 1, 0), score);
    }

    [Fact]
    public void Should_Refuse_Classes_That_FER_Plus_Lacks_And_Other_Numbers()
    {
        var two = Deciding(2, [0]);

        Assert.True(FerPlusAccuracy.CanScore(["joy", "CONTEMPT"]));
        Assert.False(FerPlusAccuracy.CanScore(["joy", "bored"]));
        Assert.StartsWith("class 'bored' is none of FER+'s; expected neutral, happiness,", Fails(two, ["joy", "bored"], 1), StringComparison.Ordinal);
        Assert.StartsWith("3 class names; expected 2", Fails(two, ["joy", "sad", "fear"], 1), StringComparison.Ordinal);
        Assert.StartsWith("votes for 2 faces; expected 1", Fails(two, ["joy", "sad"], 2), StringComparison.Ordinal);

        static string Fails(Predictions predictions, string[] names, int faces) => Assert.Throws<ArgumentException>(
            () => FerPlusAccuracy.Of(predictions, names, new FaceVotes(new byte[faces * 10]), FerPlusProtocol.ArgMax)).Message;
    }

    private static Predictions Deciding(int classes, int[] predicted)
    {
        var probabilities = new float[predicted.Length * classes];
        for (var i = 0; i < predicted.Length; i++)
            probabilities[i * classes + predicted[i]] = 1;
        return new(probabilities, new byte[predicted.Length], classes);
    }
}
