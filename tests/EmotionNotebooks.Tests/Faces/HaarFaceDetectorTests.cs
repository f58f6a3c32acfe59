using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Tests.Faces;

[Trait("Needs", "OpenCV")]
public sealed class HaarFaceDetectorTests
{
    [Theory]
    [InlineData("haar")]
    [InlineData("haar-fast")]
    public void Should_Find_Faces_Where_They_Are_The_Largest_First(string name)
    {
        var photo = Scene.With(640, 480, (60, 80, 120), (340, 150, 220));
        using var detector = FaceDetectors.Create(name);

        var faces = detector.Detect(photo);

        Assert.Equal(2, faces.Count);
        AssertAt(faces[0], 450, 260, 220);
        AssertAt(faces[1], 120, 140, 120);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(-30)]
    public void Should_Find_And_Measure_A_Face_That_Leans(double degrees)
    {
        var photo = Scene.Leaning(Scene.With(480, 480, (160, 160, 160)), degrees);
        using var detector = FaceDetectors.Create();

        var face = Assert.Single(detector.Detect(photo));

        AssertAt(face, 240, 240, 160);
        Assert.Equal(degrees, face.Roll, 14.0);
    }

    [Fact]
    public void Should_Find_A_Face_In_A_Large_Picture()
    {
        using var detector = FaceDetectors.Create();

        AssertAt(Assert.Single(detector.Detect(Scene.With(3000, 2000, (1200, 700, 600)))), 1500, 1000, 600);
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(1, 1)]
    [InlineData(3, 500)]
    public void Should_Find_Nothing_Where_There_Is_No_Face(int width, int height)
    {
        using var detector = FaceDetectors.Create();

        Assert.Empty(detector.Detect(Scene.With(width, height)));
    }

    [Fact]
    public void Should_Find_The_Same_From_Several_Threads()
    {
        var photo = Scene.With(400, 300, (100, 80, 130));
        using var detector = FaceDetectors.Create();
        var alone = detector.Detect(photo);

        var results = new IReadOnlyList<DetectedFace>[8];
        Parallel.For(0, results.Length, i => results[i] = detector.Detect(photo));

        Assert.NotEmpty(alone);
        Assert.All(results, faces => Assert.Equal(alone, faces));
    }

    [Fact]
    public void Should_Say_What_Is_Missing()
    {
        using var folder = new TemporaryFolder();
        Assert.EndsWith("no such cascade; OpenCV's data folder has it (Debian's opencv-data)",
            Assert.Throws<FileNotFoundException>(() => new HaarFaceDetector(folder: folder.Path)).Message, StringComparison.Ordinal);
        foreach (var name in new[] { "haarcascade_eye_tree_eyeglasses.xml", "haarcascade_frontalface_alt2.xml" })
            File.WriteAllText(folder.File(name), "<?xml version=\"1.0\"?><opencv_storage></opencv_storage>");
        Assert.Contains("holds no Haar cascade", Assert.Throws<InvalidDataException>(() => new HaarFaceDetector(folder: folder.Path)).Message, StringComparison.Ordinal);
        Assert.StartsWith("there is no detector 'mtcnn'; it must be one of haar, haar-fast, yunet, or a YuNet file (.onnx)",
            Assert.Throws<ArgumentException>(() => FaceDetectors.Create("mtcnn")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Refuse_A_File_That_Is_No_YuNet()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("yunet.onnx");
        Assert.Throws<FileNotFoundException>(() => FaceDetectors.Create(path));
        File.WriteAllText(path, "no network");

        var message = Assert.Throws<InvalidDataException>(() => FaceDetectors.Create(path)).Message;

        Assert.StartsWith($"{path}: OpenCV ", message, StringComparison.Ordinal);
        Assert.Contains("cannot use it as YuNet (", message, StringComparison.Ordinal);
    }

    // A sample face fills its square; a cascade's box is the inner part of it.
    private static void AssertAt(DetectedFace face, double x, double y, double side)
    {
        Assert.Equal(x, face.Box.Centre.X, 0.12 * side);
        Assert.Equal(y, face.Box.Centre.Y, 0.12 * side);
        Assert.InRange(face.Box.Width, 0.6 * side, 1.05 * side);
    }
}
