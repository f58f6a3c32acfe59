using EmotionNotebooks.Data;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Faces;

/// <summary>A picture in which faces are looked for: 8 bits each of red, green and blue. Immutable; safe to read from several threads.</summary>
public sealed class Photo
{
    private readonly byte[] _rgb;
    private readonly Lazy<byte[]> _grey;

    private Photo(byte[] rgb, int width, int height, string origin)
    {
        _rgb = rgb;
        (Width, Height, Origin) = (width, height, origin);
        _grey = new(ToGrey);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Where the picture comes from, for messages and reports: a path, or words such as "frame 12".</summary>
    public string Origin { get; }

    /// <summary>Height × Width × 3 bytes: red, green, blue, row by row.</summary>
    public ReadOnlyMemory<byte> Rgb => _rgb;

    /// <summary>Height × Width grey bytes by BT.709's weights, as <see cref="FacePicture"/> reads them; made when first asked for.</summary>
    public ReadOnlyMemory<byte> Grey => _grey.Value;

    /// <summary>Reads a picture file: PNG, JPEG, BMP or WebP, turned as EXIF says; transparency is ignored.</summary>
    /// <param name="path">The file, which becomes the picture's origin.</param>
    /// <exception cref="FaceDataException">The file is no such picture, or a damaged or too large one (64 million pixels).</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static Photo Read(string path) => Decode(PictureDecoder.ReadFile(path), path);

    /// <summary>Decodes a picture file's bytes, as <see cref="Read"/> does.</summary>
    /// <param name="encoded">The bytes.</param>
    /// <param name="where">Where they come from.</param>
    /// <exception cref="FaceDataException">The bytes are no such picture, or a damaged or too large one.</exception>
    public static Photo Decode(ReadOnlySpan<byte> encoded, string where)
    {
        using var picture = PictureDecoder.Decode<Rgb24>(encoded, where);
        var rgb = new byte[picture.Width * picture.Height * 3];
        picture.CopyPixelDataTo(rgb);
        return new Photo(rgb, picture.Width, picture.Height, where);
    }

    /// <summary>A picture over pixels at hand, which are not copied and must not be changed afterwards.</summary>
    /// <param name="pixels">Height × width × 3 bytes: red, green, blue.</param>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <exception cref="ArgumentException">The sizes and the number of bytes don't fit together.</exception>
    public static Photo FromRgb(byte[] pixels, int width, int height, string origin)
    {
        RequireFitting(pixels, width, height);
        return new Photo(pixels, width, height, origin);
    }

    /// <summary>A picture of a video frame; its pixels are copied.</summary>
    /// <param name="pixels">Height × width × 3 bytes: blue, green, red, as OpenCV has them.</param>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <exception cref="ArgumentException">The sizes and the number of bytes don't fit together.</exception>
    public static Photo FromBgr(byte[] pixels, int width, int height, string origin)
    {
        RequireFitting(pixels, width, height);
        var rgb = new byte[pixels.Length];
        for (var i = 0; i < rgb.Length; i += 3)
        {
            (rgb[i], rgb[i + 1], rgb[i + 2]) = (pixels[i + 2], pixels[i + 1], pixels[i]);
        }

        return new Photo(rgb, width, height, origin);
    }

    /// <summary>Such as "me.jpg, 640×480".</summary>
    public override string ToString() => $"{Origin}, {Width}×{Height}";

    private static void RequireFitting(byte[] pixels, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (pixels.Length != 3L * width * height)
        {
            throw new ArgumentException($"there are {pixels.Length} bytes; a picture of {width}×{height} pixels has {3L * width * height}", nameof(pixels));
        }
    }

    private byte[] ToGrey()
    {
        var grey = new byte[Width * Height];
        for (int i = 0, at = 0; i < grey.Length; i++, at += 3)
        {
            // Rounded as ImageSharp rounds.
            grey[i] = (byte)(_rgb[at] * 0.2126f + _rgb[at + 1] * 0.7152f + _rgb[at + 2] * 0.0722f + 0.5f);
        }

        return grey;
    }
}
