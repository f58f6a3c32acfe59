using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Tests.Faces;

[Trait("Needs", "Nothing")]
public sealed class FaceCropTests
{
    private static readonly FacePreprocessing Exact = new() { Margin = 1, Drop = 0 };

    [Fact]
    public void Should_Give_The_Pixels_Themselves_When_The_Box_Fits_Them()
    {
        var photo = Noise(80, 70);

        var crop = Cut(photo, new(new(10, 12, 48, 48), 1), Exact);

        Assert.Equal(Enumerable.Range(0, crop.Length).Select(i => photo.Grey.Span[(12 + i / 48) * 80 + 10 + i % 48]), crop);
    }

    [Fact]
    public void Should_Give_Means_When_The_Box_Is_Twice_As_Large()
    {
        var photo = Noise(96, 96);

        var crop = Cut(photo, new(new(0, 0, 96, 96), 1), Exact);

        for (var i = 0; i < crop.Length; i++)
        {
            var at = i / 48 * 2 * 96 + i % 48 * 2;
            var grey = photo.Grey.Span;
            Assert.Equal((grey[at] + grey[at + 1] + grey[at + 96] + grey[at + 97]) / 4.0, crop[i], 0.51);
        }
    }

    [Fact]
    public void Should_Turn_A_Face_Upright_By_Its_Eyes()
    {
        // A picture that is turned clockwise by a quarter: its columns are the rows.
        var photo = Noise(48, 48);
        var turned = new byte[48 * 48];
        for (var i = 0; i < turned.Length; i++)
            turned[i % 48 * 48 + (47 - i / 48)] = photo.Grey.Span[i];
        var eyes = new EyePair(new(30, 15), new(30, 33));

        var crop = Cut(Scene.Of(turned, 48, 48), new(new(0, 0, 48, 48), 1, eyes), Exact);

        Assert.Equal(90, eyes.Roll, 9);
        Assert.Equal(photo.Grey.ToArray(), crop);
        Assert.NotEqual(photo.Grey.ToArray(), Cut(Scene.Of(turned, 48, 48), new(new(0, 0, 48, 48), 1, eyes), Exact with { TurnsUpright = false }));
    }

    [Fact]
    public void Should_Widen_And_Lower_The_Square_As_The_Preprocessing_Says()
    {
        var square = FaceCrop.SquareOf(new(new(100, 200, 50, 50), 1) { Roll = 90 }, new() { Margin = 1.2, Drop = 0.1 });

        // Down is to the left in a face that is turned clockwise by a quarter.
        Assert.Equal((120, 225, 60, 90), (Math.Round(square.Centre.X, 9), Math.Round(square.Centre.Y, 9), square.Side, square.Roll));
    }

    [Fact]
    public void Should_Go_On_With_The_Last_Pixels_Beyond_The_Edge()
    {
        var photo = Scene.Of([.. Enumerable.Repeat((byte)77, 40 * 30)], 40, 30);

        Assert.All(Cut(photo, new(new(-30, -20, 90, 90), 1), Exact), grey => Assert.Equal(77, grey));
    }

    [Fact]
    public void Should_Write_And_Read_The_Preprocessing()
    {
        var preprocessing = new FacePreprocessing { Margin = 1.35, Drop = -0.02, TurnsUpright = false };

        Assert.Equal("grey=bt709 side=48 filter=area margin=1.35 drop=-0.02 upright=no", preprocessing.ToString());
        Assert.Equal(preprocessing, FacePreprocessing.Parse(preprocessing.ToString()));
        Assert.Throws<FormatException>(() => FacePreprocessing.Parse("grey=bt601 side=48 filter=area margin=1 drop=0 upright=no"));
        Assert.Throws<FormatException>(() => FacePreprocessing.Parse("grey=bt709 side=48 filter=area margin=x drop=0 upright=no"));
        Assert.Throws<ArgumentOutOfRangeException>(() => FacePreprocessing.Parse("grey=bt709 side=48 filter=area margin=9 drop=0 upright=no"));
    }

    private static byte[] Cut(Photo photo, DetectedFace face, FacePreprocessing preprocessing)
    {
        var crop = new byte[FaceSet.PixelsPerFace];
        FaceCrop.Cut(photo, face, preprocessing, crop);
        return crop;
    }

    private static Photo Noise(int width, int height)
    {
        var random = new Random(width);
        var grey = new byte[width * height];
        random.NextBytes(grey);
        return Scene.Of(grey, width, height);
    }
}
