using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Tests.Faces;

[Trait("Needs", "Nothing")]
public sealed class AnnotatedPhotoTests
{
    [Fact]
    public void Should_Frame_Faces_And_Colour_The_Uncertain()
    {
        var photo = Scene.With(400, 300);
        var reading = new PhotoReading("scene", 400, 300, [Face(20, 20, 80, false), Face(200, 20, 80, true), Face(-30, 250, 100, true)]);

        using var picture = AnnotatedPhoto.Draw(photo, reading);

        Assert.Equal((400, 300), (picture.Width, picture.Height));
        Assert.Equal((46, 204, 113), (picture[20, 60].R, picture[20, 60].G, picture[20, 60].B));
        Assert.Equal((241, 176, 15), (picture[200, 60].R, picture[200, 60].G, picture[200, 60].B));
        Assert.Equal(photo.Rgb.Span[(60 * 400 + 60) * 3], picture[60, 60].R); // within the face nothing is drawn
        Assert.Equal((24, 26, 30), (picture[20, 103].R, picture[20, 103].G, picture[20, 103].B)); // the panel below it
    }

    [Fact]
    public void Should_Draw_In_The_Smallest_Picture()
    {
        using var picture = AnnotatedPhoto.Draw(Scene.With(5, 4), new("scene", 5, 4, [Face(0, 0, 5, false)]));

        Assert.Equal((5, 4), (picture.Width, picture.Height));
    }

    private static FaceReading Face(int x, int y, int side, bool isUncertain) =>
        new(new(x, y, side, side), 1, ["angry", "happy", "sad"], [0.2f, 0.7f, 0.1f], isUncertain);
}
