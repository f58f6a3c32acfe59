namespace SixLabors.ImageSharp.Native;

/// <summary>What stands before a picture's pixels: its format, its size, how it is to be turned.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Width">The stored width in pixels.</param>
/// <param name="Height">The stored height in pixels.</param>
/// <param name="Orientation">EXIF's orientation, 1 to 8; 1, as it is, where the file says nothing.</param>
internal readonly record struct PictureHeader(string Format, int Width, int Height, int Orientation)
{
    public static PictureHeader Read(ReadOnlySpan<byte> data)
    {
        var format = PictureFormat.Of(data) ?? throw new UnknownImageFormatException(
            $"Image cannot be loaded: its first bytes belong to none of {PictureFormat.All}.");
        var header = format switch
        {
            PictureFormat.Png => PngHeader.Read(data),
            PictureFormat.Jpeg => JpegHeader.Read(data),
            PictureFormat.Bmp => BmpHeader.Read(data),
            _ => WebpHeader.Read(data),
        };
        return header.Width > 0 && header.Height > 0
            ? header
            : throw new InvalidImageContentException($"{format} image cannot be decoded: its size is {header.Width}×{header.Height}.");
    }

    public static InvalidImageContentException Damaged(string format, string what) => new($"{format} image cannot be decoded: {what}.");
}
