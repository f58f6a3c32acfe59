using EmotionNotebooks.Metrics;
using EmotionNotebooks.Tests.Data;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class DeduplicatedAccuracyTests
{
    [Fact]
    public void Should_Leave_Out_Pictures_That_Training_Has_Whatever_Their_Label()
    {
        var training = Pictures(Split.Training, (1, 0), (2, 1), (2, 2), (9, 0));
        var judged = Pictures(Split.PublicTest, (1, 0), (2, 2), (2, 0), (3, 0), (3, 1), (4, 0));
        // All are predicted as class 0.
        var predictions = Always(judged);

        var figure = DeduplicatedAccuracy.Of(predictions, judged, training);

        // The picture 3 stands twice among the judged, and both count.
        Assert.Equal((2L, 3L), (figure.Accuracy!.Successes, figure.Accuracy.Total));
        Assert.Equal((3, 2, 1), (figure.Seen, figure.SeenCorrect, figure.OtherLabel));
        Assert.Equal(WilsonInterval.Of(2, 3), figure.Accuracy);
    }

    [Fact]
    public void Should_Have_No_Accuracy_When_Training_Has_Every_Picture()
    {
        var training = Pictures(Split.Training, (1, 0), (2, 1));
        var judged = Pictures(Split.PublicTest, (2, 1), (1, 0));

        Assert.Equal(new DeduplicatedAccuracy(null, 2, 1, 0), DeduplicatedAccuracy.Of(Always(judged), judged, training));
    }

    [Fact]
    public void Should_Compare_The_Final_Exam_With_Training_Although_No_Set_May_Hold_Both()
    {
        var exam = Pictures(Split.PrivateTest, (1, 0), (5, 0));

        Assert.Equal(1, DeduplicatedAccuracy.Of(Always(exam), exam, Pictures(Split.Training, (1, 0))).Seen);
    }

    [Fact]
    public void Should_Match_Labels_By_Name_When_Training_Numbers_Its_Classes_Differently()
    {
        var judged = Pictures(Split.PublicTest, (1, 0), (2, 4));
        var pictures = Pictures(Split.Training, (1, 1), (2, 1));
        var training = new FaceSet(pictures.Pixels, pictures.Labels.ToArray(), pictures.Splits.ToArray(), "other", ["sad", "angry"]);

        Assert.Equal(new DeduplicatedAccuracy(null, 2, 1, 1), DeduplicatedAccuracy.Of(Always(judged), judged, training));
    }

    [Fact]
    public void Should_Refuse_Predictions_For_Other_Faces()
    {
        var judged = Pictures(Split.PublicTest, (1, 0), (2, 0));
        var training = Pictures(Split.Training, (1, 0));

        Assert.Equal("predictions for 1 faces; expected 2, those of test",
            Assert.Throws<ArgumentException>(() => DeduplicatedAccuracy.Of(Always(training), judged, training)).Message);
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_Find_The_Leaks_Of_FER2013()
    {
        Assert.SkipWhen(RealData.Fer2013() is null, RealData.Absent);
        var faces = FaceFile.Read(RealData.Fer2013()!);
        var (training, judged) = (faces.Part(Split.Training), faces.Part(Split.PublicTest));

        var figure = DeduplicatedAccuracy.Of(Always(judged), judged, training);

        var known = Enumerable.Range(0, training.Count).Select(i => Convert.ToBase64String(training.Face(i))).ToHashSet();
        var seen = Enumerable.Range(0, judged.Count).Count(i => known.Contains(Convert.ToBase64String(judged.Face(i))));
        Assert.Equal(seen, figure.Seen);
        Assert.Equal((280, 3_309L, 7), (figure.Seen, figure.Accuracy!.Total, figure.OtherLabel));
    }

    private static Predictions Always(FaceSet faces)
    {
        var probabilities = new float[faces.Count * faces.ClassNames.Count];
        for (var i = 0; i < faces.Count; i++)
            probabilities[i * faces.ClassNames.Count] = 1;
        return new(probabilities, faces.Labels.ToArray(), faces.ClassNames.Count);
    }

    private static FaceSet Pictures(Split split, params (int Picture, byte Label)[] faces)
    {
        var pixels = new byte[faces.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < faces.Length; i++)
            pixels.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace).Fill((byte)faces[i].Picture);
        return new(pixels, faces.Select(face => face.Label).ToArray(), Enumerable.Repeat(split, faces.Length).ToArray(), "test");
    }
}
