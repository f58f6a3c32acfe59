using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Tests.Faces;

/// <summary>Pictures with sample faces at known places on a soft slope of grey.</summary>
internal static class Scene
{
    private static readonly FaceSet Samples = SampleFaces.Generate(100, 2013);

    public static Photo With(int width, int height, params (int Left, int Top, int Side)[] faces)
    {
        var grey = new byte[width * height];
        for (var i = 0; i < grey.Length; i++)
            grey[i] = (byte)(90 + 60 * (i % width) / width + 40 * i / grey.Length);
        for (var f = 0; f < faces.Length; f++)
        {
            var (left, top, side) = faces[f];
            for (var y = 0; y < side; y++)
            {
                for (var x = 0; x < side; x++)
                    grey[(top + y) * width + left + x] = Samples.Face(f)[y * FaceSet.Side / side * FaceSet.Side + x * FaceSet.Side / side];
            }
        }

        return Of(grey, width, height);
    }

    public static Photo Of(byte[] grey, int width, int height)
    {
        var rgb = new byte[grey.Length * 3];
        for (var i = 0; i < rgb.Length; i++)
            rgb[i] = grey[i / 3];
        return Photo.FromRgb(rgb, width, height, "scene");
    }

    /// <summary>The same picture, turned clockwise about its middle.</summary>
    public static Photo Leaning(Photo photo, double degrees)
    {
        var grey = new byte[photo.Width * photo.Height];
        var square = new FaceSquare(default, 1, -degrees);
        for (var y = 0; y < photo.Height; y++)
        {
            for (var x = 0; x < photo.Width; x++)
            {
                var (dx, dy) = (x - photo.Width / 2.0, y - photo.Height / 2.0);
                var u = (int)Math.Clamp(photo.Width / 2.0 + dx * square.Right.X + dy * square.Down.X, 0, photo.Width - 1);
                var v = (int)Math.Clamp(photo.Height / 2.0 + dx * square.Right.Y + dy * square.Down.Y, 0, photo.Height - 1);
                grey[y * photo.Width + x] = photo.Grey.Span[v * photo.Width + u];
            }
        }

        return Of(grey, photo.Width, photo.Height);
    }
}
