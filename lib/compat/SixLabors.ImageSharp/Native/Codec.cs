using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>codec.h of lib/native/vision.</summary>
internal static unsafe partial class Codec
{
    public static void DecodeGrey(ReadOnlySpan<byte> data, PictureHeader header, Span<byte> grey)
    {
        byte* pixels;
        int status, width, height;
        nint error;
        fixed (byte* source = data)
            status = ev_decode_grey(source, data.Length, &pixels, &width, &height, &error);
        try
        {
            if (status != Ok || (width, height) != (header.Width, header.Height))
                throw PictureHeader.Damaged(header.Format, Text(error) ?? "it is damaged or incomplete");
            new ReadOnlySpan<byte>(pixels, grey.Length).CopyTo(grey);
        }
        finally
        {
            ev_free((nint)pixels);
            ev_free(error);
        }
    }

    public static byte[] EncodePngGrey(ReadOnlySpan<byte> pixels, int width, int height)
    {
        byte* data;
        long length;
        int status;
        nint error;
        fixed (byte* source = pixels)
            status = ev_encode_png_grey(source, width, height, &data, &length, &error);
        try
        {
            if (status != Ok)
                throw new ImageFormatException($"PNG cannot be encoded: {Text(error)}");
            return new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        }
        finally
        {
            ev_free((nint)data);
            ev_free(error);
        }
    }

    private const int Ok = 0;

    private static string? Text(nint error) => Marshal.PtrToStringUTF8(error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_decode_grey(byte* data, long length, byte** pixels, int* width, int* height, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial int ev_encode_png_grey(byte* pixels, int width, int height, byte** data, long* length, nint* error);

    [LibraryImport(VisionLibrary.Name)]
    private static partial void ev_free(nint memory);
}
