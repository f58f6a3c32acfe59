namespace EmotionNotebooks.Tests.Data;

public sealed class FaceSetsTests
{
    [Fact]
    public void Should_match_classes_by_name_and_keep_everything_else_when_merged()
    {
        var fer = FakeFaces.Bars(14, Split.Training);
        var bars = FakeFaces.Bars(4, Split.PublicTest, seed: 9);
        var own = new FaceSet(bars.Pixels, new byte[] { 0, 1, 0, 1 }, bars.Splits.ToArray(), "own", ["contempt", "happy"], withheld: 3)
        {
            Origins = FaceOrigins.Named(["a.png", "b.png", "c.png", "d.png"]),
            Votes = new FaceVotes(Enumerable.Repeat((byte)1, 40).ToArray()),
        };

        var merged = FaceSets.Merge([fer, own], out var dropped);

        Assert.Equal(0, dropped);
        Assert.Equal([.. Emotions.Names, "contempt"], merged.ClassNames);
        Assert.Equal([.. fer.Labels, 7, (byte)Emotion.Happy, 7, (byte)Emotion.Happy], merged.Labels.ToArray());
        Assert.Equal([.. fer.Splits, .. own.Splits], merged.Splits.ToArray());
        Assert.Equal([.. fer.Pixels.Span, .. own.Pixels.Span], merged.Pixels.ToArray());
        Assert.Equal(3, merged.Withheld);
        Assert.Equal("bars (Training): row 14", merged.Origins[13]);
        Assert.Equal("own: b.png", merged.Origins[15]);
        Assert.Equal(new byte[10], merged.Votes![13].ToArray());
        Assert.Equal(1, merged.Votes[14][0]);
    }

    [Fact]
    public void Should_drop_training_faces_that_another_set_selects_by()
    {
        var select = FakeFaces.Bars(7, Split.PublicTest);
        var leaking = new FaceSet(
            select.Pixels.ToArray().Concat(FakeFaces.Bars(7, Split.Training, seed: 3).Pixels.ToArray()).ToArray(),
            Enumerable.Repeat((byte)1, 14).ToArray(), new Split[14], "leaking");

        var merged = FaceSets.Merge([select, leaking], out var dropped);

        Assert.Equal(7, dropped);
        Assert.Equal((7, 7), (merged.Part(Split.PublicTest).Count, merged.Part(Split.Training).Count));
        Assert.Equal("leaking: row 8", merged.Part(Split.Training).Origins[0]);
    }

    [Fact]
    public void Should_leave_alone_what_a_set_repeats_itself()
    {
        var twice = FakeFaces.Mixed(7, 7);
        var own = new FaceSet(twice.Pixels[..(7 * FaceSet.PixelsPerFace)].ToArray().Concat(twice.Pixels[..(7 * FaceSet.PixelsPerFace)].ToArray()).ToArray(),
            twice.Labels.ToArray(), twice.Splits.ToArray(), "own leak");

        FaceSets.Merge([own, FakeFaces.Bars(7, Split.Training, seed: 4)], out var dropped);

        Assert.Equal(0, dropped);
    }

    [Fact]
    public void Should_refuse_the_final_exam_beside_other_faces() =>
        Assert.Throws<FaceDataException>(() => FaceSets.Merge([FakeFaces.Bars(7, Split.Training), FakeFaces.Bars(7, Split.PrivateTest)], out _));
}
