using SixLabors.ImageSharp;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Pictures, a small one larger than it is.</summary>
internal static class ImageView
{
    public static void Register() => View.RegisterPicture<Image>(Png, image => $"picture of {image.Width} × {image.Height} pixels");

    public static byte[] Png(Image image)
    {
        using var png = new MemoryStream();
        image.SaveAsPng(png);
        return png.ToArray();
    }
}
