namespace EmotionNotebooks.Tests.Data;

[Trait("Needs", "Vision")]
public sealed class FacePictureTests
{
    [Fact]
    public void Should_give_every_byte_back_when_a_face_went_through_png()
    {
        var face = Enumerable.Range(0, FaceSet.PixelsPerFace).Select(i => (byte)(i * 7 + i / 48)).ToArray();
        var back = new byte[FaceSet.PixelsPerFace];

        FacePicture.Decode(FacePicture.EncodePng(face), back, "a.png");

        Assert.Equal(face, back);
    }
}
