using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Vision")]
public sealed class ImageViewTests
{
    [Fact]
    public void Should_be_the_same_pixels_when_read_back()
    {
        using var picture = new Image<L8>(3, 2, new L8(9));
        picture[2, 1] = new L8(200);
        using var back = Image.Load<L8>(Shown.Png(picture));

        Assert.Equal((3, 2), (back.Width, back.Height));
        Assert.Equal((9, 200), (back[0, 0].PackedValue, back[2, 1].PackedValue));
        Assert.Equal("picture of 3 × 2 pixels", Shown.Plain(picture));
    }

    [Fact]
    public void Should_be_a_png_when_in_colour()
    {
        using var picture = new Image<Rgb24>(2, 2, new Rgb24(1, 2, 3));

        Assert.Equal("\x89PNG", System.Text.Encoding.Latin1.GetString(Shown.Png(picture)[..4]));
    }
}
