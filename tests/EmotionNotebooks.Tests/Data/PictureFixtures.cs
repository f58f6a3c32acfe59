using SixLabors.ImageSharp;

namespace EmotionNotebooks.Tests.Data;

/// <summary>tests/fixtures/pictures: pictures in every form, and the faces that Pillow makes of them.</summary>
internal static class PictureFixtures
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "pictures");

    /// <summary>Whether the pictures are decoded by the subset of this repository, whose codecs are Pillow's.</summary>
    public static bool IsSubset { get; } = typeof(Image).Assembly.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal);

    public static string[] Names { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Folder, "expected"), "*.png").Select(path => Path.GetFileNameWithoutExtension(path)).Order(),
    ];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static byte[] Expected(string name) => Decode(Bytes(Path.Combine("expected", $"{name}.png")));

    public static byte[] Decode(byte[] picture, string where = "test")
    {
        var face = new byte[FaceSet.PixelsPerFace];
        FacePicture.Decode(picture, face, where);
        return face;
    }
}
