using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Tests.Data.Audit;

public sealed class SimilarPicturesTests
{
    private static readonly Lazy<FaceSet> Photographs = new(() =>
        FaceFile.Read(RealData.Fer2013()!).Select([.. Enumerable.Range(0, 300).Select(i => i * 100)]));

    public static TheoryData<string, bool, int, int> Altered => new()
    {
        // The way that leads the altered picture back.
        { "darker", false, 0, 0 },
        { "brighter", false, 0, 0 },
        { "less contrast", false, 0, 0 },
        { "jpeg", false, 0, 0 },
        { "noise", false, 0, 0 },
        { "1 right", false, -1, 0 },
        { "2 up", false, 0, 2 },
        { "2 left, 1 down", false, 2, -1 },
        { "mirrored", true, 0, 0 },
        { "mirrored, 2 right, darker, jpeg", true, 2, 0 },
        { "watermark", false, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Altered))]
    public void Should_Find_A_Drawn_Face_And_Its_Copy_When_The_Copy_Was_Altered(string alteration, bool isMirrored, int x, int y)
    {
        var faces = SampleFaces.Generate(70, 4);

        var found = FindCopies(faces, alteration, out var strangers);

        // Of the drawn faces some are so blurred, or so noisy, that next to nothing is left to compare.
        Assert.True(found.Count >= 0.9 * faces.Count, $"{found.Count} of {faces.Count}");
        Assert.Empty(strangers);
        Assert.All(found, pair => Assert.Equal(isMirrored, pair.IsMirrored));
        Assert.True(found.Count(pair => (pair.ShiftX, pair.ShiftY) == (x, y)) >= 0.9 * found.Count);
    }

    [Theory]
    [Trait("Needs", "Data")]
    [MemberData(nameof(Altered))]
    public void Should_Find_A_Photograph_And_Its_Copy_When_The_Copy_Was_Altered(string alteration, bool isMirrored, int x, int y)
    {
        Assert.SkipWhen(RealData.Fer2013() is null, RealData.Absent);
        var faces = Photographs.Value;

        var found = FindCopies(faces, alteration, out var strangers);

        Assert.True(found.Count >= 0.97 * faces.Count, $"{found.Count} of {faces.Count}");
        Assert.InRange(strangers.Count, 0, 6);
        Assert.True(found.Count(pair => pair.IsMirrored == isMirrored && (pair.ShiftX, pair.ShiftY) == (x, y)) >= 0.97 * found.Count);
    }

    [Fact]
    public void Should_Not_Take_Strangers_For_Copies()
    {
        var faces = SampleFaces.Generate(1000, 1);

        Assert.Empty(SimilarPictures.Find(faces, DuplicateGroups.Find(faces)));
    }

    [Fact]
    public void Should_Let_The_First_Of_Identical_Pictures_Stand_For_All_And_Put_Pairs_In_Order()
    {
        var drawn = SampleFaces.Generate(70, 4);
        var copies = new[] { 5, 3, 5 }.Select(face => Alterations.Apply("darker", drawn.Face(face)));
        var faces = With([.. Enumerable.Range(0, 10).Select(i => drawn.Face(i).ToArray()), .. copies, drawn.Face(3).ToArray()]);

        var pairs = SimilarPictures.Find(faces, DuplicateGroups.Find(faces));

        Assert.Equal([(3, 11), (5, 10)], pairs.Select(pair => (pair.First, pair.Second)));
    }

    [Fact]
    public void Should_Find_No_Likeness_In_Pictures_Of_Nothing()
    {
        var grey = Enumerable.Range(0, 20).Select(level => Enumerable.Repeat((byte)(10 * level), FaceSet.PixelsPerFace).ToArray()).ToArray();
        // One grey level of noise.
        for (var i = 10; i < 20; i++)
            grey[i][i * 50]++;
        var faces = With(grey);

        Assert.Empty(SimilarPictures.Find(faces, DuplicateGroups.Find(faces)));
    }

    [Theory]
    [InlineData(0.69f)]
    [InlineData(1.01f)]
    [InlineData(float.NaN)]
    public void Should_Refuse_A_Threshold_Out_Of_Range(float threshold)
    {
        var faces = SampleFaces.Generate(70, 4);

        Assert.Throws<ArgumentOutOfRangeException>(() => SimilarPictures.Find(faces, DuplicateGroups.Find(faces), threshold));
    }

    // Face i and, behind all faces, its copy; pairs of others are strangers, or copies that were there before.
    private static List<SimilarPair> FindCopies(FaceSet faces, string alteration, out List<SimilarPair> strangers)
    {
        var altered = Enumerable.Range(0, faces.Count).Select(i => Alterations.Apply(alteration, faces.Face(i)));
        var both = With([.. Enumerable.Range(0, faces.Count).Select(i => faces.Face(i).ToArray()), .. altered]);
        var pairs = SimilarPictures.Find(both, DuplicateGroups.Find(both)).ToLookup(pair => pair.Second - pair.First == faces.Count);
        strangers = [.. pairs[false]];
        return [.. pairs[true]];
    }

    private static FaceSet With(byte[][] pictures) =>
        new(pictures.SelectMany(picture => picture).ToArray(), new byte[pictures.Length], new Split[pictures.Length], "test");
}
