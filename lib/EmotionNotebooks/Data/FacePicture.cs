using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace EmotionNotebooks.Data;

/// <summary>
/// Faces as picture files: PNG, JPEG, BMP or WebP of any size, colour or grey. Turned as EXIF says; colour becomes grey by BT.709's weights,
/// transparency is ignored; the largest centred square, scaled to 48×48 by cubic convolution. A 48×48 8-bit grey picture keeps its bytes.
/// </summary>
public static class FacePicture
{
    /// <summary>Above this many pixels a picture is refused by its header, before it is decoded: 64 million.</summary>
    private const long MostPixels = 64_000_000;

    private const string Expected = "PNG, JPEG, BMP or WebP";

    // The first frame of an animation stands for it.
    private static readonly DecoderOptions FirstFrame = new() { MaxFrames = 1 };

    /// <summary>Reads a picture file as a face.</summary>
    /// <param name="path">The file.</param>
    /// <param name="face">Takes 48 × 48 grey bytes; untouched where the picture cannot be read.</param>
    /// <exception cref="FaceDataException">The file is no such picture, or a damaged or too large one.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static void Read(string path, Span<byte> face) =>
        Decode(File.Exists(path) ? File.ReadAllBytes(path) : throw new FileNotFoundException($"{path}: no such file; expected a picture ({Expected})"), face, path);

    /// <summary>Decodes a picture into a face.</summary>
    /// <param name="encoded">The picture file's bytes.</param>
    /// <param name="face">Takes 48 × 48 grey bytes; untouched where the picture cannot be read.</param>
    /// <param name="where">Where the picture stands, for messages.</param>
    /// <exception cref="FaceDataException">The bytes are no such picture, or a damaged or too large one.</exception>
    public static void Decode(ReadOnlySpan<byte> encoded, Span<byte> face, string where)
    {
        if (!IsKnown(encoded))
            throw new FaceDataException(encoded.IsEmpty
                ? $"{where}: empty; expected a picture ({Expected})"
                : $"{where}: no picture, it begins with '{Excerpt.Of(encoded[..Math.Min(encoded.Length, 8)])}'; expected {Expected}");
        try
        {
            var header = Image.Identify(encoded);
            if ((long)header.Width * header.Height > MostPixels)
                throw new FaceDataException(
                    $"{where}: a picture of {header.Width}×{header.Height} pixels; expected at most {MostPixels / 1_000_000} million pixels");
            using var picture = Image.Load<L8>(FirstFrame, encoded);
            picture.Mutate(context => context.AutoOrient());
            if ((picture.Width, picture.Height) != (FaceSet.Side, FaceSet.Side))
                Fit(picture);
            picture.CopyPixelDataTo(face);
        }
        catch (Exception e) when (IsFaultOfPicture(e))
        {
            throw new FaceDataException(
                $"{where}: the picture cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); expected a complete {Expected}", e);
        }
    }

    /// <summary>Encodes a face as an 8-bit grey PNG.</summary>
    /// <param name="face">48 × 48 grey bytes.</param>
    public static byte[] EncodePng(ReadOnlySpan<byte> face)
    {
        using var picture = Image.LoadPixelData<L8>(face, FaceSet.Side, FaceSet.Side);
        using var png = new MemoryStream();
        picture.SaveAsPng(png);
        return png.ToArray();
    }

    // Told here and not by the decoder, so that whichever decoder is behind it reads the same formats.
    private static bool IsKnown(ReadOnlySpan<byte> encoded) => encoded is
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
        or [0xFF, 0xD8, 0xFF, ..]
        or [(byte)'B', (byte)'M', ..]
        or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..];

    private static void Fit(Image<L8> picture)
    {
        var side = Math.Min(picture.Width, picture.Height);
        var square = new Rectangle((picture.Width - side) / 2, (picture.Height - side) / 2, side, side);
        picture.Mutate(context => context.Crop(square).Resize(FaceSet.Side, FaceSet.Side));
    }

    // Decoders mean to throw the first two; of bytes that are damaged in a new way they throw whatever they stumble over.
    private static bool IsFaultOfPicture(Exception e) => e is ImageFormatException or NotSupportedException
        or InvalidDataException or InvalidOperationException or IOException
        or ArgumentException or ArithmeticException or IndexOutOfRangeException or NullReferenceException;
}
