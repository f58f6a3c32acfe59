namespace EmotionNotebooks.Tests.Data;

public sealed class SampleFacesTests
{
    [Fact]
    public void Should_draw_the_same_face_from_the_same_seed_whatever_was_drawn_before()
    {
        var set = SampleFaces.Generate(140, 9);
        var root = new SeededRandom(9);
        var face = new byte[FaceSet.PixelsPerFace];
        // Backwards, and on one thread: rows 0 to 55 of a set are faces 0 to 55.
        for (var i = 55; i >= 0; i--)
        {
            SampleFaces.Draw((Emotion)set.Labels[i], root.Fork("face", i).Seed, face);
            Assert.True(set.Face(i).SequenceEqual(face), $"face {i}");
        }
    }

    [Fact]
    public void Should_draw_these_very_faces_on_every_machine()
    {
        // Changes with the drawing, and with nothing else.
        Assert.Equal("e4d1b5914b7dd62802ee55fea9fb41a237048f06d5b0cf809df9472c66c77621", SampleFaces.Generate(140, 1).Sha256);
    }

    [Fact]
    public void Should_begin_a_larger_set_with_the_smaller_one()
    {
        var (small, large) = (SampleFaces.Generate(140, 3), SampleFaces.Generate(210, 3));

        Assert.True(large.Pixels.Span.StartsWith(small.Pixels.Span));
        Assert.True(large.Splits.StartsWith(small.Splits));
        Assert.NotEqual(small.Sha256, SampleFaces.Generate(140, 4).Sha256);
    }

    [Fact]
    public void Should_split_eight_one_one_with_equal_classes_and_withhold_the_exam()
    {
        var set = SampleFaces.Generate(700, 5);
        var exam = SampleFaces.GenerateFinalExam(700, 5);

        Assert.Equal((560, 70, 70, 70), (set.Part(Split.Training).Count, set.Part(Split.PublicTest).Count, set.Withheld, exam.Count));
        Assert.True(exam.IsFinalExam);
        foreach (var part in new[] { set.Part(Split.Training), set.Part(Split.PublicTest), exam })
            Assert.All(part.CountByClass(), count => Assert.Equal(part.Count / Emotions.Count, count));
        Assert.Contains("70 PrivateTest rows are the final exam", Assert.Throws<FaceDataException>(() => set.Part(Split.PrivateTest)).Message);
    }

    [Fact]
    public void Should_never_draw_a_face_twice()
    {
        var set = SampleFaces.Generate(700, 6);
        var exam = SampleFaces.GenerateFinalExam(700, 6);

        var faces = Enumerable.Range(0, set.Count).Select(i => Convert.ToBase64String(set.Face(i)))
            .Concat(Enumerable.Range(0, exam.Count).Select(i => Convert.ToBase64String(exam.Face(i))));

        Assert.Equal(set.Count + exam.Count, faces.Distinct().Count());
    }

    [Fact]
    public void Should_be_about_as_bright_and_as_rich_in_contrast_as_photographs()
    {
        // FER-2013: mean 129.7, standard deviation within a picture 54 on average.
        var set = SampleFaces.Generate(700, 7);
        var within = new List<double>();
        var means = new List<double>();
        for (var i = 0; i < set.Count; i++)
        {
            var (sum, squares) = (0.0, 0.0);
            foreach (var pixel in set.Face(i))
                (sum, squares) = (sum + pixel, squares + (double)pixel * pixel);
            means.Add(sum / FaceSet.PixelsPerFace);
            within.Add(Math.Sqrt(squares / FaceSet.PixelsPerFace - means[^1] * means[^1]));
        }

        Assert.InRange(means.Average(), 110, 150);
        Assert.InRange(within.Average(), 40, 62);
        Assert.True(within.Min() > 10, "a picture shows nothing");
    }

    [Fact]
    public void Should_show_in_the_mean_face_of_each_class_what_the_class_is()
    {
        // Faces are nearest to the mean training face of their own class more often than chance (1/7), though identity, pose and light
        // vary far more than expression does: beyond chance by five standard deviations of 420 draws, 1/7 + 5·0.017. And not nearly
        // always, or the set would teach nothing.
        var set = SampleFaces.Generate(4200, 8);
        var (training, test) = (set.Part(Split.Training), set.Part(Split.PublicTest));
        var means = new double[Emotions.Count][];
        var counts = training.CountByClass();
        for (var label = 0; label < means.Length; label++)
            means[label] = new double[FaceSet.PixelsPerFace];
        for (var i = 0; i < training.Count; i++)
        {
            var face = Standardised(training.Face(i));
            for (var p = 0; p < face.Length; p++)
                means[training.Labels[i]][p] += face[p] / counts[training.Labels[i]];
        }

        var right = 0;
        for (var i = 0; i < test.Count; i++)
        {
            var face = Standardised(test.Face(i));
            var nearest = Enumerable.Range(0, means.Length).MinBy(label => Distance(face, means[label]));
            right += nearest == test.Labels[i] ? 1 : 0;
        }

        Assert.InRange((double)right / test.Count, 0.23, 0.80);
    }

    [Fact]
    public void Should_refuse_too_few_faces_an_unknown_emotion_and_a_wrong_span()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleFaces.Generate(69, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleFaces.GenerateFinalExam(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleFaces.Draw((Emotion)7, 1, new byte[FaceSet.PixelsPerFace]));
        Assert.Throws<ArgumentException>(() => SampleFaces.Draw(Emotion.Happy, 1, new byte[10]));
    }

    private static double[] Standardised(ReadOnlySpan<byte> face)
    {
        var values = new double[face.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = face[i];
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(x => (x - mean) * (x - mean)));
        return [.. values.Select(x => (x - mean) / deviation)];
    }

    private static double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
