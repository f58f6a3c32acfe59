using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace EmotionNotebooks.Data;

/// <summary>Picture files from anywhere: known by their first bytes, limited in size, turned as EXIF says, refused in one line.</summary>
internal static class PictureDecoder
{
    /// <summary>Above this many pixels a picture is refused by its header, before it is decoded: 64 million.</summary>
    private const long MostPixels = 64_000_000;

    private const string Expected = "PNG, JPEG, BMP or WebP";

    // The first frame of an animation stands for it.
    private static readonly DecoderOptions FirstFrame = new() { MaxFrames = 1 };

    /// <summary>A picture file's bytes.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static byte[] ReadFile(string path) =>
        File.Exists(path) ? File.ReadAllBytes(path) : throw new FileNotFoundException($"{path}: no such file; expected a picture ({Expected})");

    /// <summary>Decodes a picture; the caller disposes it.</summary>
    /// <typeparam name="TPixel">What a pixel becomes.</typeparam>
    /// <param name="encoded">The picture file's bytes.</param>
    /// <param name="where">Where the picture stands, for messages.</param>
    /// <exception cref="FaceDataException">The bytes are no such picture, or a damaged or too large one.</exception>
    public static Image<TPixel> Decode<TPixel>(ReadOnlySpan<byte> encoded, string where)
        where TPixel : unmanaged, IPixel<TPixel>
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
            var picture = Image.Load<TPixel>(FirstFrame, encoded);
            picture.Mutate(context => context.AutoOrient());
            return picture;
        }
        catch (Exception e) when (IsFaultOfPicture(e))
        {
            throw new FaceDataException(
                $"{where}: the picture cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); expected a complete {Expected}", e);
        }
    }

    // Told here and not by the decoder, so that whichever decoder is behind it reads the same formats.
    private static bool IsKnown(ReadOnlySpan<byte> encoded) => encoded is
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
        or [0xFF, 0xD8, 0xFF, ..]
        or [(byte)'B', (byte)'M', ..]
        or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..];

    // Decoders mean to throw the first two; of bytes that are damaged in a new way they throw whatever they stumble over.
    private static bool IsFaultOfPicture(Exception e) => e is ImageFormatException or NotSupportedException
        or InvalidDataException or InvalidOperationException or IOException
        or ArgumentException or ArithmeticException or IndexOutOfRangeException or NullReferenceException;
}
