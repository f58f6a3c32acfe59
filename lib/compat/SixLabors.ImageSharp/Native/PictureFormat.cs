namespace SixLabors.ImageSharp.Native;

/// <summary>The formats that both the package and OpenCV's codecs read, by their first bytes.</summary>
internal static class PictureFormat
{
    public const string All = "PNG, JPEG, BMP, TIFF, WebP, PBM/PGM/PPM";

    public static string? Of(ReadOnlySpan<byte> data) => data switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [(byte)'B', (byte)'M', ..] => "BMP",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "TIFF",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "WebP",
        [(byte)'P', >= (byte)'1' and <= (byte)'6', ..] => "PBM/PGM/PPM",
        _ => null,
    };
}
