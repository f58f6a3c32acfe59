using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>codec.h of lib/native/vision.</summary>
internal static unsafe partial class Codec
{
    private const int Ok = 0;

    /// <summary>Decodes into grey bytes (1 channel) or red, green and blue ones (3).</summary>
    public static void Decode(ReadOnlySpan<byte> data, PictureHeader header, int channels, Span<byte> pixels)
    {
        if (header.Format == PictureFormat.Bmp)
        {
            BmpDecoder.Decode(data, header, channels, pixels);
            return;
        }

        int status;
        nint error;
        fixed (byte* source = data)
        fixed (byte* target = pixels)
        {
            status = header.Format switch
            {
                PictureFormat.Jpeg => ev_decode_jpeg(source, data.Length, target, header.Width, header.Height, channels, &error),
                PictureFormat.Png => ev_decode_png(source, data.Length, target, header.Width, header.Height, channels, &error),
                _ => ev_decode_webp(source, data.Length, target, header.Width, header.Height, channels, &error),
            };
        }

        if (status != Ok)
            throw PictureHeader.Damaged(header.Format, TakeText(error));
    }

    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, bool isGrey)
    {
        byte* data;
        long length;
        int status;
        nint error;
        fixed (byte* source = pixels)
        {
            status = ev_encode_png(source, width, height, isGrey ? 1 : 3, &data, &length, &error);
        }

        if (status != Ok)
            throw new ImageFormatException($"PNG cannot be encoded: {TakeText(error)}");
        try
        {
            return new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        }
        finally
        {
            ev_free((nint)data);
        }
    }

    private static string TakeText(nint error)
    {
        var text = Marshal.PtrToStringUTF8(error);
        ev_free(error);
        return text ?? "there is not enough memory";
    }

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_decode_jpeg(byte* data, long length, byte* pixels, int width, int height, int channels, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_decode_png(byte* data, long length, byte* pixels, int width, int height, int channels, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_decode_webp(byte* data, long length, byte* pixels, int width, int height, int channels, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_encode_png(byte* pixels, int width, int height, int channels, byte** data, long* length, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial void ev_free(nint memory);
}
