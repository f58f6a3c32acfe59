using EmotionNotebooks.Data;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Faces;

/// <summary>A picture with its faces' boxes, their emotions in words, and a bar for each class's probability.</summary>
public static class AnnotatedPhoto
{
    private static readonly Rgb24 Sure = new(46, 204, 113);
    private static readonly Rgb24 Unsure = new(241, 176, 15);
    private static readonly Rgb24 Panel = new(24, 26, 30);
    private static readonly Rgb24 Ink = new(240, 240, 240);
    private static readonly Rgb24 Track = new(70, 74, 82);

    /// <summary>Draws.</summary>
    /// <param name="photo">The picture.</param>
    /// <param name="reading">What was read of it.</param>
    /// <returns>A picture of the same size, which the caller disposes.</returns>
    public static Image<Rgb24> Draw(Photo photo, PhotoReading reading)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentNullException.ThrowIfNull(reading);
        var canvas = Image.LoadPixelData<Rgb24>(photo.Rgb.Span, photo.Width, photo.Height);
        foreach (var face in reading.Faces)
        {
            Draw(canvas, face);
        }

        return canvas;
    }

    /// <summary>Draws into a PNG file, which appears when it is complete.</summary>
    /// <param name="photo">The picture.</param>
    /// <param name="reading">What was read of it.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    public static void Save(Photo photo, PhotoReading reading, string path)
    {
        using var canvas = Draw(photo, reading);
        AtomicFile.Write(path, stream => canvas.SaveAsPng(stream));
    }

    private static void Draw(Image<Rgb24> canvas, FaceReading face)
    {
        var colour = face.IsUncertain ? Unsure : Sure;
        var zoom = Math.Clamp((int)Math.Round(Math.Max(canvas.Width, canvas.Height) / 900.0), 1, 6);
        var (left, top) = ((int)Math.Round(face.Box.X), (int)Math.Round(face.Box.Y));
        var (width, height) = ((int)Math.Round(face.Box.Width), (int)Math.Round(face.Box.Height));
        Frame(canvas, left, top, width, height, 2 * zoom, colour);

        // Below the face where there is room, or else at the picture's edge.
        var line = (DotFont.Height + 3) * zoom;
        var names = face.ClassNames.Max(name => DotFont.Width(name, zoom));
        var panelWidth = names + 60 * zoom;
        var panelHeight = line * (face.ClassNames.Count + 1) + 2 * zoom;
        var x = Math.Clamp(left, 0, Math.Max(0, canvas.Width - panelWidth));
        var y = Math.Clamp(top + height + 2 * zoom, 0, Math.Max(0, canvas.Height - panelHeight));
        Fill(canvas, x, y, panelWidth, panelHeight, Panel);
        var title = $"{face.Predicted} {100 * face.Confidence:0}{(face.IsUncertain ? " uncertain" : "")}";
        Write(canvas, title, x + 2 * zoom, y + 2 * zoom, zoom, colour);
        for (var i = 0; i < face.ClassNames.Count; i++)
        {
            var row = y + (i + 1) * line + 2 * zoom;
            Write(canvas, face.ClassNames[i], x + 2 * zoom, row, zoom, Ink);
            var bar = panelWidth - names - 8 * zoom;
            Fill(canvas, x + names + 4 * zoom, row + zoom, bar, 6 * zoom, Track);
            Fill(canvas, x + names + 4 * zoom, row + zoom, (int)Math.Round(bar * face.Probabilities[i]), 6 * zoom, colour);
        }
    }

    private static void Frame(Image<Rgb24> canvas, int left, int top, int width, int height, int thickness, Rgb24 colour)
    {
        Fill(canvas, left, top, width, thickness, colour);
        Fill(canvas, left, top + height - thickness, width, thickness, colour);
        Fill(canvas, left, top, thickness, height, colour);
        Fill(canvas, left + width - thickness, top, thickness, height, colour);
    }

    private static void Fill(Image<Rgb24> canvas, int left, int top, int width, int height, Rgb24 colour)
    {
        for (var y = Math.Max(0, top); y < Math.Min(canvas.Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(canvas.Width, left + width); x++)
            {
                canvas[x, y] = colour;
            }
        }
    }

    // Letters that the picture is too narrow for are left out.
    private static void Write(Image<Rgb24> canvas, string text, int left, int top, int zoom, Rgb24 ink)
    {
        if (top + DotFont.Height * zoom <= canvas.Height)
        {
            var fitting = Math.Max(0, (canvas.Width - left) / (DotFont.Advance * zoom));
            DotFont.Write(canvas, text[..Math.Min(text.Length, fitting)], left, top, zoom, ink);
        }
    }
}
