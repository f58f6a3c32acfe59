using System.Buffers.Binary;
using System.Diagnostics;

namespace EmotionNotebooks.Tests.Data;

[Trait("Needs", "Vision")]
public sealed class FacePictureTests
{
    // What is not one of these keeps every bit: what was scaled, and what was stored with fewer bits than its palette had.
    private static readonly string[] Rounded = ["large.png", "small.png", "wide.png", "turned-wide-6.jpg", "masks.bmp"];

    public static TheoryData<string> Fixtures => [.. PictureFixtures.Names];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Should_make_the_face_that_pillow_makes(string name)
    {
        var expected = PictureFixtures.Expected(name);

        var face = PictureFixtures.Decode(PictureFixtures.Bytes(name));

        // The package has decoders of its own, which round JPEG and lossy WebP in their own way.
        var tolerance = PictureFixtures.IsSubset ? Rounded.Contains(name) ? 1 : 0 : 4;
        for (var i = 0; i < face.Length; i++)
            Assert.True(Math.Abs(face[i] - expected[i]) <= tolerance, $"row {i / 48}, column {i % 48}: {face[i]}; expected {expected[i]}");
    }

    [Fact]
    public void Should_turn_each_orientation_in_its_own_way() =>
        Assert.Equal(8, Enumerable.Range(1, 8).Select(i => Convert.ToHexString(PictureFixtures.Decode(PictureFixtures.Bytes($"turned-{i}.jpg")))).Distinct().Count());

    [Fact]
    public void Should_give_every_byte_back_when_a_face_went_through_png()
    {
        var face = Enumerable.Range(0, FaceSet.PixelsPerFace).Select(i => (byte)(i * 7 + i / 48)).ToArray();

        Assert.Equal(face, PictureFixtures.Decode(FacePicture.EncodePng(face)));
    }

    [Fact]
    public void Should_refuse_what_is_no_picture()
    {
        Assert.Equal("here: empty; expected a picture (PNG, JPEG, BMP or WebP)", Fails([]));
        Assert.Equal("here: no picture, it begins with 'GIF89a??'; expected PNG, JPEG, BMP or WebP", Fails([.. "GIF89a"u8, 1, 0, 1, 0]));
        Assert.Equal("here: no picture, it begins with 'RIFF????'; expected PNG, JPEG, BMP or WebP", Fails([.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8]));
    }

    [Theory]
    [InlineData("grey.png")]
    [InlineData("grey.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("grey.bmp")]
    [InlineData("palette.bmp")]
    [InlineData("colour.webp")]
    [InlineData("lossy.webp")]
    public void Should_refuse_a_picture_wherever_it_is_cut(string name)
    {
        Assert.SkipUnless(PictureFixtures.IsSubset, "the package gives what it could read");
        var whole = PictureFixtures.Bytes(name);

        // The last byte of a WebP or a BMP may only fill it up.
        for (var length = 12; length < whole.Length - 1; length += length < 60 ? 1 : 13)
            Assert.StartsWith("here: the picture cannot be read (", Fails(whole[..length]));
    }

    [Fact]
    public void Should_refuse_a_huge_picture_by_its_header()
    {
        var clock = Stopwatch.StartNew();

        Assert.Equal("here: a picture of 30000×30000 pixels; expected at most 64 million pixels", Fails(Png(30_000, 30_000)));
        var jpeg = PictureFixtures.Bytes("grey.jpg");
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 65_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 65_001);
        Assert.Equal("here: a picture of 65001×65000 pixels; expected at most 64 million pixels", Fails(jpeg));
        var bmp = PictureFixtures.Bytes("grey.bmp");
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), 100_000);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), -100_000);
        Assert.Contains("expected at most 64 million pixels", Fails(bmp));
        Assert.True(clock.Elapsed.TotalSeconds < 2, $"{clock.Elapsed}");
    }

    [Fact]
    public void Should_refuse_an_animation_in_words_or_take_its_first_frame()
    {
        var animated = PictureFixtures.Bytes("animated.webp");
        if (PictureFixtures.IsSubset)
            Assert.Contains("it is animated; only still pictures are read here", Fails(animated));
        else
            Assert.Equal(PictureFixtures.Expected("grey.png"), PictureFixtures.Decode(animated));
    }

    [Fact]
    public void Should_leave_the_face_alone_when_a_picture_cannot_be_read()
    {
        var face = new byte[FaceSet.PixelsPerFace];
        face.AsSpan().Fill(9);

        Assert.Throws<FaceDataException>(() => FacePicture.Decode(PictureFixtures.Bytes("grey.png").AsSpan(0, 300), face, "here"));

        Assert.True(face.AsSpan().IndexOfAnyExcept((byte)9) < 0);
    }

    private static string Fails(byte[] picture)
    {
        var message = Assert.Throws<FaceDataException>(() => PictureFixtures.Decode(picture, "here")).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    // A header, and nothing behind it.
    private static byte[] Png(int width, int height)
    {
        byte[] header = [.. "IHDR"u8, .. new byte[8], 8, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), height);
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, PngChecksum.Of(header));
        return [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. header, .. checksum];
    }
}
