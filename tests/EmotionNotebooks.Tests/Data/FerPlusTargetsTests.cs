using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data;

public sealed class FerPlusTargetsTests
{
    // Columns: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF. Labels −1: left out.
    [Theory]
    [InlineData("6 0 1 1 0 0 0 0 2 0", 0, 0, 0)] // 6 of 8 once single votes are dropped
    [InlineData("5 1 1 1 1 1 0 0 0 0", 0, 0, 0)] // half of all votes, and all that is left
    [InlineData("4 0 0 1 3 2 0 0 0 0", -1, 0, 0)] // 4 of 9
    [InlineData("0 5 5 0 0 0 0 0 0 0", -1, 1, 1)] // exactly half is not a majority; the first of equals
    [InlineData("0 3 0 0 0 0 0 0 3 4", -1, -1, 1)] // not a face by arg-max
    [InlineData("0 4 0 0 0 0 0 0 4 2", -1, 1, 1)] // an emotion comes before unknown
    [InlineData("1 0 0 0 0 0 1 0 8 0", -1, -1, 0)] // unknown by majority
    [InlineData("0 0 0 0 0 0 0 0 0 10", -1, -1, -1)] // not a face
    [InlineData("1 1 1 1 1 1 1 1 1 1", -1, 0, 0)] // nothing left
    [InlineData("0 0 0 0 0 0 0 0 0 0", -1, -1, -1)] // nobody was asked
    [InlineData("0 0 0 0 0 0 0 6 0 4", 7, 7, 7)]
    public void Should_Label_By_The_Rule_Of_The_Protocol(string votes, int majority, int argMax, int anyEmotion)
    {
        byte[] counts = [.. votes.Split(' ').Select(byte.Parse)];

        int[] labels =
        [
            .. Enum.GetValues<FerPlusProtocol>().Select(protocol => FerPlusTargets.Of(new FaceVotes(counts), protocol))
                .Select(targets => targets.Count == 0 ? -1 : targets.Labels[0]),
        ];

        Assert.Equal([majority, argMax, anyEmotion], labels);
    }

    [Fact]
    public void Should_Keep_The_Shares_Of_Votes_For_Emotions_As_Distribution()
    {
        var votes = new FaceVotes(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 5, 2, 0, 0, 0, 0, 0, 1, 2, 0 });

        var majority = FerPlusTargets.Of(votes, FerPlusProtocol.Majority);
        Assert.Equal((1, 1), (majority.Count, majority.Excluded));
        Assert.Equal([1], majority.Rows.ToArray());
        Assert.Equal([5 / 7f, 2 / 7f, 0, 0, 0, 0, 0, 0], majority.Distributions.ToArray());
        Assert.Equal([5 / 8f, 2 / 8f, 0, 0, 0, 0, 0, 1 / 8f], FerPlusTargets.Of(votes, FerPlusProtocol.AnyEmotion).Distributions.ToArray());
    }

    [Fact]
    public void Should_Have_Fewer_Faces_The_Stricter_The_Protocol_And_The_Label_On_Top_Of_Each_Distribution()
    {
        var votes = Gen.Choose(0, 10).ArrayOf(10).ArrayOf().Where(it => it.Length > 0);
        Prop.ForAll(votes.ToArbitrary(), Holds).QuickCheckThrowOnFailure();

        static void Holds(int[][] rows)
        {
            var votes = new FaceVotes(rows.SelectMany(row => row.Select(count => (byte)count)).ToArray());
            var all = Enum.GetValues<FerPlusProtocol>().Select(protocol => FerPlusTargets.Of(votes, protocol)).ToArray();
            Assert.Subset(all[2].Rows.ToArray().ToHashSet(), all[1].Rows.ToArray().ToHashSet());
            Assert.Subset(all[1].Rows.ToArray().ToHashSet(), all[0].Rows.ToArray().ToHashSet());
            foreach (var targets in all)
            {
                Assert.Equal(rows.Length, targets.Count + targets.Excluded);
                Assert.Equal(targets.Count * 8, targets.Distributions.Length);
                for (var i = 0; i < targets.Count; i++)
                {
                    var distribution = targets.Distributions.Span.Slice(i * 8, 8).ToArray();
                    Assert.Equal(1, distribution.Sum(), 1e-6);
                    Assert.Equal(distribution.Max(), distribution[targets.Labels[i]]);
                }
            }
        }
    }

    [Fact]
    public void Should_Refuse_A_Protocol_That_There_Is_Not() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FerPlusTargets.Of(new FaceVotes(new byte[10]), (FerPlusProtocol)3));

    // The final exam's are 3,153, 3,546 and 3,573 in published work.
    [Fact]
    [Trait("Needs", "Data")]
    public void Should_Keep_As_Many_Of_The_Real_Faces_As_Published_Work()
    {
        var path = RealData.Fer2013();
        Assert.SkipWhen(path is null, RealData.Absent);
        var votes = Path.Combine(Path.GetDirectoryName(path)!, "fer2013new.csv");
        Assert.SkipUnless(File.Exists(votes), $"FER+'s votes are not beside FER-2013: {votes}");
        var faces = FaceFile.Read(path!, new ReadOptions { Votes = votes });

        Assert.Equal(
            [(FerPlusProtocol.Majority, 25_060, 3_199), (FerPlusProtocol.ArgMax, 28_389, 3_553), (FerPlusProtocol.AnyEmotion, 28_559, 3_579)],
            Enum.GetValues<FerPlusProtocol>().Select(protocol => (protocol, Count(Split.Training, protocol), Count(Split.PublicTest, protocol))));

        int Count(Split split, FerPlusProtocol protocol) => FerPlusTargets.Of(faces.Part(split).Votes!, protocol).Count;
    }
}
