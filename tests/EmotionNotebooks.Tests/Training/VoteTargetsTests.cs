using EmotionNotebooks.Training;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Nothing")]
public sealed class VoteTargetsTests
{
    // Votes: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF. Labels: angry, disgust, fear, happy, sad, surprise, neutral.
    private static readonly FaceSet Faces = new(new byte[3 * FaceSet.PixelsPerFace], new byte[] { 3, 0, 6 }, new Split[3], "three")
    {
        Votes = new FaceVotes(new byte[]
        {
            2, 6, 0, 0, 0, 0, 0, 2, 0, 0, // happy by most, contempt by two
            0, 0, 0, 0, 0, 0, 0, 9, 1, 0, // contempt alone, which is no class here
            0, 0, 0, 0, 0, 0, 0, 0, 0, 10, // no face
        }),
    };

    [Fact]
    public void Should_Blend_The_Label_With_The_Votes_For_Known_Classes()
    {
        var rows = VoteTargets.Of(Faces, 0.5, hasVoteHead: false).Chunk(7).ToArray();

        Assert.Equal([0, 0, 0, 0.5f + (0.5f * 0.75f), 0, 0, 0.125f], rows[0]);
        Assert.Equal([1, 0, 0, 0, 0, 0, 0], rows[1]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1], rows[2]);
    }

    [Fact]
    public void Should_Put_All_Eight_Shares_Beside_The_Label_For_The_Second_Head()
    {
        var rows = VoteTargets.Of(Faces, 0, hasVoteHead: true).Chunk(15).ToArray();

        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0.2f, 0.6f, 0, 0, 0, 0, 0, 0.2f], rows[0]);
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], rows[1]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], rows[2]);
    }
}
