using SixLabors.ImageSharp.Native;

namespace SixLabors.ImageSharp;

public static class ImageExtensions
{
    public static void SaveAsPng(this Image source, string path)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(path);
        File.WriteAllBytes(path, Encoded(source));
    }

    public static void SaveAsPng(this Image source, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoded(source));
    }

    private static byte[] Encoded(Image source)
    {
        source.EnsureNotDisposed();
        return Codec.EncodePng(source.PixelBytes, source.Width, source.Height, source.IsGrey);
    }
}
