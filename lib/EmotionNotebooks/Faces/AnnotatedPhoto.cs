using EmotionNotebooks.Data;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Faces;

/// <summary>
/// A picture with its faces' boxes, their emotions in words, and a bar for each class's probability where there is room. Amber is uncertain.
/// </summary>
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
        var zoom = Math.Clamp((int)Math.Round(Math.Max(canvas.Width, canvas.Height) / 900.0), 1, 6);
        var taken = reading.Faces.Select(face => face.Box).ToList();
        foreach (var face in reading.Faces)
        {
            Frame(canvas, face.Box, 2 * zoom, Colour(face));
        }

        foreach (var face in reading.Faces)
        {
            if (PanelFor(canvas, face, zoom, taken) is { } panel)
            {
                taken.Add(panel);
                DrawPanel(canvas, face, panel, zoom);
            }
            else
            {
                DrawLabel(canvas, face, zoom);
            }
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

    private static Rgb24 Colour(FaceReading face) => face.IsUncertain ? Unsure : Sure;

    private static string Title(FaceReading face) => $"{face.Predicted} {100 * face.Confidence:0}{(face.IsUncertain ? " uncertain" : "")}";

    private static int Names(FaceReading face, int zoom) => face.ClassNames.Max(name => DotFont.Width(name, zoom));

    private static int Line(int zoom) => (DotFont.Height + 3) * zoom;

    // Below, right of, left of or above the face, where it covers neither a face nor another panel; null where there is no such place.
    private static FaceBox? PanelFor(Image<Rgb24> canvas, FaceReading face, int zoom, List<FaceBox> taken)
    {
        var width = Math.Max(Names(face, zoom) + 60 * zoom, DotFont.Width(Title(face), zoom) + 4 * zoom);
        var height = Line(zoom) * (face.ClassNames.Count + 1) + 2 * zoom;
        var (box, gap) = (face.Box, 2 * zoom);
        var x = Math.Clamp(box.X, 0, Math.Max(0, canvas.Width - width));
        var y = Math.Clamp(box.Y, 0, Math.Max(0, canvas.Height - height));
        FaceBox[] places =
        [
            new(x, box.Y + box.Height + gap, width, height),
            new(box.X + box.Width + gap, y, width, height),
            new(box.X - gap - width, y, width, height),
            new(x, box.Y - gap - height, width, height),
        ];
        var whole = new FaceBox(0, 0, canvas.Width, canvas.Height);
        foreach (var place in places)
        {
            if (whole.Overlap(place) >= place.Area - 1 && !taken.Exists(other => other.Overlap(place) > 0))
            {
                return place;
            }
        }

        return null;
    }

    private static void DrawPanel(Image<Rgb24> canvas, FaceReading face, FaceBox panel, int zoom)
    {
        var (x, y, width) = ((int)panel.X, (int)panel.Y, (int)panel.Width);
        Fill(canvas, x, y, width, (int)panel.Height, Panel);
        Write(canvas, Title(face), x + 2 * zoom, y + 2 * zoom, zoom, Colour(face));
        var names = Names(face, zoom);
        var bar = width - names - 8 * zoom;
        for (var i = 0; i < face.ClassNames.Count; i++)
        {
            var row = y + (i + 1) * Line(zoom) + 2 * zoom;
            Write(canvas, face.ClassNames[i], x + 2 * zoom, row, zoom, Ink);
            Fill(canvas, x + names + 4 * zoom, row + zoom, bar, 6 * zoom, Track);
            Fill(canvas, x + names + 4 * zoom, row + zoom, (int)Math.Round(bar * face.Probabilities[i]), 6 * zoom, Colour(face));
        }
    }

    // Within the face's own box, at its lower edge.
    private static void DrawLabel(Image<Rgb24> canvas, FaceReading face, int zoom)
    {
        var fitting = Math.Max(1, ((int)face.Box.Width - 4 * zoom) / (DotFont.Advance * zoom));
        var text = Title(face)[..Math.Min(Title(face).Length, fitting)].TrimEnd();
        var (x, y) = (Math.Max(0, (int)face.Box.X), (int)Math.Min(face.Box.Y + face.Box.Height, canvas.Height) - Line(zoom));
        Fill(canvas, x, y, (int)face.Box.Width, Line(zoom), Panel);
        Write(canvas, text, x + 2 * zoom, y + 2 * zoom, zoom, Colour(face));
    }

    private static void Frame(Image<Rgb24> canvas, FaceBox box, int thickness, Rgb24 colour)
    {
        var (left, top) = ((int)Math.Round(box.X), (int)Math.Round(box.Y));
        var (width, height) = ((int)Math.Round(box.Width), (int)Math.Round(box.Height));
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
        if (top >= 0 && top + DotFont.Height * zoom <= canvas.Height)
        {
            var fitting = Math.Max(0, (canvas.Width - left) / (DotFont.Advance * zoom));
            DotFont.Write(canvas, text[..Math.Min(text.Length, fitting)], left, top, zoom, ink);
        }
    }
}
