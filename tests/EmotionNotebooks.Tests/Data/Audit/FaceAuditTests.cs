using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Tests.Data.Audit;

public sealed class FaceAuditTests
{
    // Twelve faces: 0 to 3 are drawn ones; 4 and 5 repeat 0 and 1 exactly, 6 is 2 darker, 7 is 0 mirrored; 8 is black, 9 nearly white but
    // for a corner, 10 and 11 are drawn again.
    private static readonly byte[] Labels = [0, 1, 2, 3, 0, 5, 2, 0, 6, 6, 3, 3];

    [Fact]
    public void Should_Find_What_Repeats_Disagrees_And_Crosses_The_Splits()
    {
        var audit = FaceAudit.Of(Faces());

        Assert.Equal([[0, 4], [1, 5]], audit.Identical.Repeated);
        Assert.Equal([(0, 7, true), (2, 6, false)], audit.Pairs.Select(pair => (pair.First, pair.Second, pair.IsMirrored)));
        Assert.Equal([[0, 4, 7], [2, 6]], audit.NearlyIdentical);
        Assert.Equal([[0, 4, 7], [1, 5], [2, 6]], audit.Similar.Repeated);
        Assert.Equal([[1, 5]], audit.Similar.Repeated.Where(audit.IsConflict));
        Assert.Equal([[0, 4, 7], [2, 6]], audit.Similar.Repeated.Where(audit.IsAcross));
        Assert.Equal([0, 7], audit.Pictures([0, 4, 7]));
    }

    [Fact]
    public void Should_Count_What_Selects_And_Trains_Too()
    {
        var audit = FaceAudit.Of(Faces());

        Assert.Equal(0, audit.CountLeaked(audit.Identical.Repeated));
        Assert.Equal(2, audit.CountLeaked(audit.Similar.Repeated));
        Assert.Equal(
            "Of 6 PublicTest faces, 0 (0.0%) are identical to a Training face; with nearly identical ones it is 2 (33.3%).", Finding.Leaks(audit));
        Assert.Null(Finding.Leaks(FaceAudit.Of(Faces().Part(Split.Training))));
    }

    [Fact]
    public void Should_Find_Pictures_Of_Nothing_And_Leave_Dark_Or_Bright_Faces_Alone()
    {
        Assert.Equal([8, 9], FaceAudit.Of(Faces()).Blank);
        Assert.Empty(FaceAudit.Of(SampleFaces.Generate(700, 3)).Blank);
    }

    [Fact]
    public void Should_Ask_The_Crowd_Where_There_Is_One()
    {
        var votes = new byte[12 * FaceVotes.Choices];
        for (var face = 0; face < 12; face++)
            votes[face * FaceVotes.Choices + 8] = 10;
        // Columns: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, NF.
        Vote(8, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6);
        Vote(9, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5);
        Vote(0, 0, 0, 0, 0, 9, 1, 0, 0, 0, 0); // angry, as labelled
        Vote(1, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0); // disgust: eight say anger
        Vote(2, 0, 0, 0, 3, 7, 0, 0, 0, 0, 0); // fear: seven say anger
        Vote(3, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0); // happy: ten say contempt, which has no class
        Vote(4, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0);

        var audit = FaceAudit.Of(Faces(new FaceVotes(votes)));

        Assert.Equal([8], audit.NoFaces!);
        Assert.Equal([new(3, 7, 10, 10), new(1, 4, 8, 10)], audit.Contradicted!);

        void Vote(int face, params byte[] counts) => counts.CopyTo(votes, face * FaceVotes.Choices);
    }

    [Fact]
    public void Should_Leave_Out_Classes_That_The_Crowd_Was_Not_Asked_About()
    {
        var faces = new FaceSet(
            SampleFaces.Generate(70, 4).Pixels[..FaceSet.PixelsPerFace], new byte[1], new Split[1], "test", ["sleepy"])
        {
            Votes = new FaceVotes(new byte[] { 10, 0, 0, 0, 0, 0, 0, 0, 0, 0 }),
        };

        Assert.Empty(FaceAudit.Of(faces).Contradicted!);
    }

    [Fact]
    public void Should_Say_Nothing_Of_The_Crowd_Without_Votes()
    {
        var audit = FaceAudit.Of(Faces());

        Assert.Null(audit.NoFaces);
        Assert.Null(audit.Contradicted);
        Assert.DoesNotContain(Finding.All(audit), finding => finding.Name.Contains("crowd", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_Not_Look_At_The_Final_Exam()
    {
        var error = Assert.Throws<FaceDataException>(() => FaceAudit.Of(SampleFaces.GenerateFinalExam(140, 1)));

        Assert.Contains("only `emotion evaluate --final` reads them", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_Find_By_Itself_What_Is_Known_Of_FER2013()
    {
        Assert.SkipWhen(RealData.Fer2013() is null, RealData.Absent);
        var faces = FaceFile.Read(RealData.Fer2013()!);

        var audit = FaceAudit.Of(faces);

        var findings = Finding.All(audit).Select(finding => (finding.Name, finding.Groups, finding.Faces)).ToArray();
        Assert.Equal(("identical pictures", 1274, 2807), findings[0]);
        Assert.Equal(("in different splits", 270, 631), findings[1]);
        Assert.Equal(("with different labels", 48, 131), findings[2]);
        // Found by looking at every pair by other means, with less speed: 3,546 pairs, 55 of them mirrored.
        Assert.InRange(audit.Pairs.Count, 3450, 3550);
        Assert.InRange(audit.Pairs.Count(pair => pair.IsMirrored), 50, 55);
        Assert.Equal(29, audit.Blank.Count);
    }

    internal static FaceSet Faces(FaceVotes? votes = null)
    {
        var drawn = SampleFaces.Generate(70, 4);
        var flat = Enumerable.Repeat((byte)250, FaceSet.PixelsPerFace).ToArray();
        for (var i = 0; i < 1000; i++)
            flat[i] = (byte)(i % 251);
        byte[][] pictures =
        [
            Drawn(0), Drawn(1), Drawn(2), Drawn(3), Drawn(0), Drawn(1), Alterations.Apply("darker", drawn.Face(2)),
            Alterations.Apply("mirrored", drawn.Face(0)), new byte[FaceSet.PixelsPerFace], flat, Drawn(4), Drawn(5),
        ];
        var splits = Enumerable.Range(0, 12).Select(i => i < 6 ? Split.Training : Split.PublicTest).ToArray();
        return new(pictures.SelectMany(picture => picture).ToArray(), Labels, splits, "twelve faces", withheld: 3) { Votes = votes };

        byte[] Drawn(int face) => drawn.Face(face).ToArray();
    }
}
