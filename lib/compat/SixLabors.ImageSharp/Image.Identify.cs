using SixLabors.ImageSharp.Native;

namespace SixLabors.ImageSharp;

public abstract partial class Image
{
    public static ImageInfo Identify(ReadOnlySpan<byte> buffer)
    {
        var header = PictureHeader.Read(buffer);
        return new ImageInfo(header.Width, header.Height);
    }
}
