using System.Text;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Compat.SixLabors.ImageSharp.Tests;

[Trait("Needs", "Vision")]
public sealed class CodecTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("images-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Should_give_every_grey_back_from_a_png()
    {
        using var image = Image.LoadPixelData<L8>(Enumerable.Range(0, 256).Select(i => (byte)i).ToArray(), 32, 8);
        var path = Path.Combine(_folder.FullName, "grey.png");

        image.SaveAsPng(path);

        using var back = Image.Load<L8>(path);
        Assert.Equal((32, 8), (back.Width, back.Height));
        Assert.Equal(Bytes(image), Bytes(back));
        // Colour type 0, 8 bits: a grey PNG, in its header.
        Assert.Equal([8, 0], File.ReadAllBytes(path)[24..26]);
    }

    [Fact]
    public void Should_write_colours_as_a_png_of_colours()
    {
        Rgb24[] colours = [new(255, 0, 0), new(0, 255, 0), new(0, 0, 255), new(255, 255, 255), new(10, 200, 60), new(0, 0, 0)];
        using var image = Image.LoadPixelData<Rgb24>(colours, 3, 2);
        using var memory = new MemoryStream();

        image.SaveAsPng(memory);

        // Colour type 2, 8 bits, in the header; read as grey, each is its luminance.
        Assert.Equal([8, 2], memory.ToArray()[24..26]);
        using var back = Image.Load<L8>(memory.ToArray());
        Assert.Equal((3, 2), (back.Width, back.Height));
        Assert.Equal([54, 182, 18, 255, 149, 0], Bytes(back));
    }

    [Fact]
    public void Should_write_to_and_read_from_streams_and_bytes()
    {
        using var image = new Image<L8>(5, 3, new L8(90));
        using var memory = new MemoryStream();
        image.SaveAsPng(memory);
        memory.Position = 0;

        using var fromStream = Image.Load<L8>(memory);
        using var fromBytes = Image.Load<L8>(memory.ToArray());

        Assert.Equal(Bytes(image), Bytes(fromStream));
        Assert.Equal(Bytes(image), Bytes(fromBytes));
    }

    [Fact]
    public void Should_weigh_colours_by_bt709()
    {
        // A BMP of 24 bits a pixel, blue first: red, green, blue, white and a mixture; one byte fills its row up.
        byte[] picture =
        [
            .. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0,
            40, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, .. new byte[24],
            0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 60, 200, 10, 0,
        ];

        using var grey = Image.Load<L8>(picture);

        Assert.Equal([54, 182, 18, 255, 149], Bytes(grey));
    }

    [Fact]
    public void Should_round_sixteen_bits_to_eight()
    {
        var picture = SixteenBitPng.Write(4, 1, [0, 0x8000, 0x0081, 0xFFFF]);

        using var grey = Image.Load<L8>(picture);

        Assert.Equal([0, 128, 1, 255], Bytes(grey));
    }

    [Theory]
    [InlineData("this is no picture")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public void Should_refuse_bytes_that_are_no_picture(string content) =>
        Assert.Throws<UnknownImageFormatException>(() => Image.Load<L8>(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Should_say_so_when_a_path_leads_nowhere()
    {
        Assert.Throws<FileNotFoundException>(() => Image.Load<L8>(Path.Combine(_folder.FullName, "nothing.png")));
        Assert.Throws<ArgumentNullException>(() => Image.Load<L8>((string)null!));
        Assert.Throws<ArgumentNullException>(() => Image.Load<L8>((Stream)null!));
        using var image = new Image<L8>(1, 1);
        Assert.Throws<DirectoryNotFoundException>(() => image.SaveAsPng(Path.Combine(_folder.FullName, "no", "such.png")));
        Assert.Throws<ArgumentNullException>(() => image.SaveAsPng((string)null!));
    }

    private static byte[] Bytes(Image<L8> image)
    {
        var bytes = new byte[image.Width * image.Height];
        image.CopyPixelDataTo(bytes);
        return bytes;
    }
}
