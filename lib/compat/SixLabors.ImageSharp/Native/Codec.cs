using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>codec.h of lib/native/vision.</summary>
internal static unsafe partial class Codec
{
    private const int Ok = 0;

    public static void DecodeGrey(ReadOnlySpan<byte> data, PictureHeader header, Span<byte> grey)
    {
        if (header.Format == PictureFormat.Bmp)
        {
            BmpDecoder.Decode(data, header, grey);
            return;
        }

        int status;
        nint error;
        fixed (byte* source = data)
        fixed (byte* target = grey)
        {
            status = header.Format switch
            {
                PictureFormat.Jpeg => ev_decode_jpeg(source, data.Length, target, header.Width, header.Height, &error),
                PictureFormat.Png => ev_decode_png(source, data.Length, target, header.Width, header.Height, &error),
                _ => ev_decode_webp(source, data.Length, target, header.Width, header.Height, &error),
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
            status = isGrey
                ? ev_encode_png(source, width, height, &data, &length, &error)
                : ev_encode_png_rgb(source, width, height, &data, &length, &error);
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
    private static partial int ev_decode_jpeg(byte* data, long length, byte* pixels, int width, int height, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_decode_png(byte* data, long length, byte* pixels, int width, int height, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_decode_webp(byte* data, long length, byte* pixels, int width, int height, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_encode_png(byte* pixels, int width, int height, byte** data, long* length, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_encode_png_rgb(byte* pixels, int width, int height, byte** data, long* length, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial void ev_free(nint memory);
}
