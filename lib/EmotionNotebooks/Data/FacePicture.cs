using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace EmotionNotebooks.Data;

/// <summary>
/// Faces as picture files: PNG, JPEG, BMP or WebP of any size, colour or grey. Turned as EXIF says; colour becomes grey by BT.709's weights,
/// transparency is ignored; the largest centred square, scaled to 48×48 by cubic convolution. A 48×48 8-bit grey picture keeps its bytes.
/// </summary>
public static class FacePicture
{
    /// <summary>Reads a picture file as a face.</summary>
    /// <param name="path">The file.</param>
    /// <param name="face">Takes 48 × 48 grey bytes; untouched where the picture cannot be read.</param>
    /// <exception cref="FaceDataException">The file is no such picture, or a damaged or too large one.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static void Read(string path, Span<byte> face) => Decode(PictureDecoder.ReadFile(path), face, path);

    /// <summary>Decodes a picture into a face.</summary>
    /// <param name="encoded">The picture file's bytes.</param>
    /// <param name="face">Takes 48 × 48 grey bytes; untouched where the picture cannot be read.</param>
    /// <param name="where">Where the picture stands, for messages.</param>
    /// <exception cref="FaceDataException">The bytes are no such picture, or a damaged or too large one.</exception>
    public static void Decode(ReadOnlySpan<byte> encoded, Span<byte> face, string where)
    {
        using var picture = PictureDecoder.Decode<L8>(encoded, where);
        CopyFitted(picture, face);
    }

    /// <summary>A picture's largest centred square at the size of a face.</summary>
    /// <param name="grey">The picture's pixels, row by row.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="face">Takes 48 × 48 grey bytes.</param>
    internal static void Fit(ReadOnlySpan<byte> grey, int width, int height, Span<byte> face)
    {
        using var picture = Image.LoadPixelData<L8>(grey, width, height);
        CopyFitted(picture, face);
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

    private static void CopyFitted(Image<L8> picture, Span<byte> face)
    {
        if ((picture.Width, picture.Height) != (FaceSet.Side, FaceSet.Side))
        {
            var side = Math.Min(picture.Width, picture.Height);
            var square = new Rectangle((picture.Width - side) / 2, (picture.Height - side) / 2, side, side);
            picture.Mutate(context => context.Crop(square).Resize(FaceSet.Side, FaceSet.Side));
        }

        picture.CopyPixelDataTo(face);
    }
}
