using EmotionNotebooks.Faces;
using EmotionNotebooks.Tests.Data;

namespace EmotionNotebooks.Tests.Faces;

[Trait("Needs", "Vision")]
public sealed class PhotoTests
{
    public static TheoryData<string> Pictures => [.. PictureFixtures.Names];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Should_Have_The_Greys_That_A_Face_Has_When_Fitted(string name)
    {
        var photo = Photo.Decode(PictureFixtures.Bytes(name), name);
        var face = new byte[FaceSet.PixelsPerFace];

        FacePicture.Fit(photo.Grey.Span, photo.Width, photo.Height, face);

        // Sixteen bits become grey before they become eight in the one, after it in the other.
        Assert.All(face.Zip(PictureFixtures.Decode(PictureFixtures.Bytes(name))), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void Should_Keep_Colours_When_Given_In_Either_Order()
    {
        byte[] rgb = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 200, 60];
        byte[] bgr = [0, 0, 255, 0, 255, 0, 255, 0, 0, 60, 200, 10];

        var photo = Photo.FromBgr(bgr, 2, 2, "frame 1");

        Assert.Equal(rgb, photo.Rgb.ToArray());
        Assert.Equal([54, 182, 18, 149], photo.Grey.ToArray());
        Assert.Equal("frame 1, 2×2", photo.ToString());
    }

    [Fact]
    public void Should_Decode_Colours_Of_Every_Format_Alike()
    {
        var png = Photo.Decode(PictureFixtures.Bytes("colour.png"), "png");

        foreach (var name in new[] { "colour.bmp", "colour.webp", "colour.jpg" })
        {
            var other = Photo.Decode(PictureFixtures.Bytes(name), name);
            Assert.Equal((png.Width, png.Height), (other.Width, other.Height));
            var far = png.Rgb.ToArray().Zip(other.Rgb.ToArray()).Count(pair => Math.Abs(pair.First - pair.Second) > 60);
            Assert.True(far < png.Rgb.Length / 20, $"{name}: {far} of {png.Rgb.Length} values are far from the PNG's");
        }
    }

    [Fact]
    public void Should_Refuse_What_Is_No_Picture()
    {
        Assert.Equal("mail: empty; expected a picture (PNG, JPEG, BMP or WebP)", Assert.Throws<FaceDataException>(() => Photo.Decode([], "mail")).Message);
        Assert.StartsWith("mail: no picture, it begins with", Assert.Throws<FaceDataException>(() => Photo.Decode("hello, world"u8, "mail")).Message, StringComparison.Ordinal);
        var half = PictureFixtures.Bytes("colour.png")[..200];
        Assert.StartsWith("half: the picture cannot be read (", Assert.Throws<FaceDataException>(() => Photo.Decode(half, "half")).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => Photo.Read("nowhere.png"));
        Assert.StartsWith("there are 5 bytes; a picture of 2×1 pixels has 6", Assert.Throws<ArgumentException>(() => Photo.FromRgb(new byte[5], 2, 1, "")).Message, StringComparison.Ordinal);
    }
}
