namespace EmotionNotebooks.Web.Api;

/// <summary>The picture formats that are read, by their media types.</summary>
internal static class PictureFormats
{
    /// <summary>For messages.</summary>
    public const string Accepted = "image/png, image/jpeg, image/webp, image/bmp or application/octet-stream";

    private static readonly string[] Types = ["image/png", "image/jpeg", "image/webp", "image/bmp", "application/octet-stream"];

    /// <summary>Whether pictures of a media type are taken.</summary>
    /// <param name="mediaType">In lower case.</param>
    public static bool IsAccepted(string mediaType) => Types.Contains(mediaType);

    /// <summary>The media type that bytes begin like; null for anything that is not read.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> encoded) => encoded switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
