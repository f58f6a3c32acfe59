using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Tests.Faces;

[Trait("Needs", "OpenCV")]
public sealed class EmotionReaderTests : IDisposable
{
    private readonly ComputeTarget _target = ComputeTarget.Choose(new TrainingOptions { Device = "cpu" });
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Give_The_Same_Probabilities_Alone_And_In_A_Batch()
    {
        var faces = SampleFaces.Generate(150, 2013);
        using var reader = Reader(new() { PictureIsFace = true });

        var together = reader.Classify(faces.Pixels.Span);

        for (var i = 0; i < faces.Count; i += 7)
        {
            var alone = reader.Classify(faces.Face(i));
            Assert.Equal(1, alone.Sum(), 1e-5);
            AssertSame(together.AsSpan(i * alone.Length, alone.Length).ToArray(), alone);
        }
    }

    [Fact]
    public void Should_Read_Pictures_Together_As_It_Reads_Them_Alone()
    {
        Photo[] photos =
        [
            Scene.With(640, 480, (60, 80, 120), (340, 150, 220)), Scene.With(320, 240), Scene.With(400, 300, (100, 80, 130)),
        ];
        using var reader = Reader(new());

        var together = reader.Read(photos);

        Assert.Equal([2, 0, 1], together.Select(reading => reading.Faces.Count));
        Assert.Equal((640, 480, "scene"), (together[0].Width, together[0].Height, together[0].Origin));
        for (var i = 0; i < photos.Length; i++)
        {
            foreach (var (a, b) in together[i].Faces.Zip(reader.Read(photos[i]).Faces))
            {
                Assert.Equal((a.Box, a.Predicted), (b.Box, b.Predicted));
                AssertSame([.. a.Probabilities], [.. b.Probabilities]);
                Assert.Equal(a.Probabilities.Max(), a.Confidence);
            }
        }
    }

    [Fact]
    public void Should_Read_The_Bytes_Themselves_When_The_Picture_Is_The_Face()
    {
        var face = SampleFaces.Generate(100, 2013).Face(5).ToArray();
        using var reader = Reader(new() { PictureIsFace = true });

        var reading = reader.Read(Photo.Decode(FacePicture.EncodePng(face), "face.png"));

        AssertSame(reader.Classify(face), [.. Assert.Single(reading.Faces).Probabilities]);
        Assert.Equal(new FaceBox(0, 0, 48, 48), reading.Faces[0].Box);
    }

    [Fact]
    public void Should_Give_The_Mean_Of_Both_Sides_When_Mirrored()
    {
        var face = SampleFaces.Generate(100, 2013).Face(9).ToArray();
        var mirrored = Enumerable.Range(0, face.Length).Select(i => face[i / 48 * 48 + 47 - i % 48]).ToArray();
        using var plain = Reader(new() { PictureIsFace = true });
        using var averaging = Reader(new() { PictureIsFace = true, AveragesMirrored = true });

        var mean = plain.Classify(face).Zip(plain.Classify(mirrored), (a, b) => (a + b) / 2).ToArray();

        AssertSame(mean, averaging.Classify(face));
        AssertSame(averaging.Classify(face), averaging.Classify(mirrored));
    }

    [Fact]
    public void Should_Call_Uncertain_What_Is_Below_The_Threshold()
    {
        var photo = Photo.Decode(FacePicture.EncodePng(SampleFaces.Generate(100, 2013).Face(5)), "face.png");
        using var sure = Reader(new() { PictureIsFace = true, UncertainBelow = 0 });
        using var never = Reader(new() { PictureIsFace = true, UncertainBelow = 1 });

        Assert.False(sure.Read(photo).Faces[0].IsUncertain);
        Assert.True(never.Read(photo).Faces[0].IsUncertain);
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmotionReaderOptions { UncertainBelow = 1.5 });
    }

    [Fact]
    public void Should_Read_Alike_From_Several_Threads()
    {
        var photo = Scene.With(400, 300, (100, 80, 130));
        using var reader = Reader(new());
        var alone = reader.Read(photo).Faces[0];

        Parallel.For(0, 6, _ => AssertSame([.. alone.Probabilities], [.. reader.Read(photo).Faces[0].Probabilities]));
    }

    [Fact]
    public void Should_Keep_Crop_And_Threshold_With_The_Weights()
    {
        var path = _folder.File("model.safetensors");
        var loaded = ModelFile.Load(DefaultWeights.Find());
        Assert.Equal(new FacePreprocessing(), loaded.Preprocessing); // the file does not say
        var preprocessing = new FacePreprocessing { Margin = 1.4, Drop = 0.05, TurnsUpright = false };

        ModelFile.Save(path, loaded.Network, loaded.Definition.Name, loaded.ClassNames, preprocessing: preprocessing, uncertainBelow: 0.61);

        loaded.Network.Dispose();
        using var reader = new EmotionReader(ModelFile.Load(path), null, _target, new() { PictureIsFace = true });
        Assert.Equal((preprocessing, 0.61), (reader.Preprocessing, reader.UncertainBelow));
    }

    [Fact]
    public void Should_Refuse_To_Look_For_Faces_Without_A_Detector()
    {
        var model = ModelFile.Load(DefaultWeights.Find());
        using var network = model.Network;

        Assert.Throws<ArgumentException>(() => new EmotionReader(model, null, _target));
        using var reader = Reader(new() { PictureIsFace = true });
        Assert.StartsWith("there are 100 bytes; a face has 2304", Assert.Throws<ArgumentException>(() => reader.Classify(new byte[100])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Name_The_Weights_That_Are_Missing()
    {
        Assert.EndsWith(Path.Combine("data", "runs", "fer-resnet-votes.safetensors"), DefaultWeights.Find(), StringComparison.Ordinal);
        Assert.StartsWith("nowhere.safetensors: no such file; 'emotion train' writes", Assert.Throws<FileNotFoundException>(() => DefaultWeights.Find("nowhere.safetensors")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private EmotionReader Reader(EmotionReaderOptions options) =>
        new(ModelFile.Load(DefaultWeights.Find()), options.PictureIsFace ? null : FaceDetectors.Create(), _target, options);

    private static void AssertSame(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -1e-6, 1e-6));
    }
}
