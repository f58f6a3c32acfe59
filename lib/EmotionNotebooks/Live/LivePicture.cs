using System.Runtime.InteropServices;
using EmotionNotebooks.Faces;
using OpenCvSharp;
using LivePoint = OpenCvSharp.Point;

namespace EmotionNotebooks.Live;

/// <summary>Draws what was read of a frame into it: a box for each person, the emotion in words, a bar for each probability.</summary>
public static class LivePicture
{
    private const HersheyFonts Font = HersheyFonts.HersheySimplex;

    // Blue, green, red.
    private static readonly Scalar[] Persons =
    [
        new(113, 204, 46), new(15, 176, 241), new(233, 180, 86), new(94, 84, 240), new(200, 120, 200), new(100, 220, 230),
    ];

    private static readonly Scalar Panel = new(30, 26, 24);
    private static readonly Scalar Ink = new(240, 240, 240);
    private static readonly Scalar Track = new(82, 74, 70);

    /// <summary>The frame's pixels as a picture in which faces are looked for.</summary>
    /// <param name="frame">A whole one, 8-bit BGR.</param>
    /// <param name="origin">What it is called.</param>
    public static Photo ToPhoto(Mat frame, string origin)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!frame.IsContinuous())
        {
            throw new ArgumentException($"{origin} is a part of a picture; it must be a whole one", nameof(frame));
        }

        var bytes = new byte[frame.Rows * frame.Cols * 3];
        Marshal.Copy(frame.Data, bytes, 0, bytes.Length);
        GC.KeepAlive(frame);
        return Photo.FromBgr(bytes, frame.Cols, frame.Rows, origin);
    }

    /// <summary>Draws.</summary>
    /// <param name="image">The frame, 8-bit BGR, which is changed.</param>
    /// <param name="frame">What was read of it.</param>
    /// <param name="note">A line in the upper left corner, such as the frames per second; empty for none.</param>
    public static void Draw(Mat image, LiveFrame frame, string note)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(frame);
        var zoom = Math.Max(1, Math.Max(image.Cols, image.Rows) / 900.0);
        var taken = frame.Persons.Select(person => person.Reading.Box).ToList();
        foreach (var person in frame.Persons)
        {
            Draw(image, person, taken, zoom);
        }

        if (note.Length > 0)
        {
            var size = Measure(note, zoom);
            Fill(image, 0, 0, size.Width + (int)(12 * zoom), (int)(20 * zoom), Panel);
            Write(image, note, (int)(6 * zoom), (int)(14 * zoom), zoom, Ink);
        }
    }

    // What is taken: all faces, and the panels so far.
    private static void Draw(Mat image, LivePerson person, List<FaceBox> taken, double zoom)
    {
        var reading = person.Reading;
        var colour = Persons[(person.Person - 1) % Persons.Length];
        var (left, top) = ((int)Math.Round(reading.Box.X), (int)Math.Round(reading.Box.Y));
        var (width, height) = ((int)Math.Round(reading.Box.Width), (int)Math.Round(reading.Box.Height));
        Cv2.Rectangle(image, new Rect(left, top, width, height), colour, (int)Math.Round(2 * zoom), LineTypes.AntiAlias);

        var title = $"{person.Person}: {reading.Predicted} {100 * reading.Confidence:0}%{(reading.IsUncertain ? " ?" : "")}";
        var line = (int)(14 * zoom);
        var names = reading.ClassNames.Max(name => Measure(name, zoom).Width);
        var bar = (int)(56 * zoom);
        var margin = (int)(5 * zoom);
        var panelWidth = Math.Max(names + bar + 3 * margin, Measure(title, zoom).Width + 2 * margin);
        var panelHeight = line * (reading.ClassNames.Count + 1) + margin;
        var (x, y) = PanelPlace(image, reading.Box, new Size(panelWidth, panelHeight), margin, taken);
        taken.Add(new(x, y, panelWidth, panelHeight));
        Fill(image, x, y, panelWidth, panelHeight, Panel);
        Write(image, title, x + margin, y + line - (int)(3 * zoom), zoom, colour);
        for (var i = 0; i < reading.ClassNames.Count; i++)
        {
            var row = y + (i + 2) * line - (int)(3 * zoom);
            Write(image, reading.ClassNames[i], x + margin, row, zoom, Ink);
            var (barLeft, barTop, barHeight) = (x + names + 2 * margin, row - (int)(8 * zoom), (int)(8 * zoom));
            Fill(image, barLeft, barTop, bar, barHeight, Track);
            Fill(image, barLeft, barTop, (int)Math.Round(bar * reading.Probabilities[i]), barHeight, colour);
        }
    }

    // To the right of the face, to its left, below or above: where it covers least of what is there already.
    private static (int X, int Y) PanelPlace(Mat image, FaceBox face, Size panel, int margin, List<FaceBox> taken)
    {
        (double X, double Y)[] places =
        [
            (face.X + face.Width + margin, face.Y), (face.X - margin - panel.Width, face.Y),
            (face.X, face.Y + face.Height + margin), (face.X, face.Y - margin - panel.Height),
        ];
        var fitting = places.Select(place => new FaceBox(
            (int)Math.Clamp(place.X, 0, Math.Max(0, image.Cols - panel.Width)), (int)Math.Clamp(place.Y, 0, Math.Max(0, image.Rows - panel.Height)), panel.Width, panel.Height));
        var best = fitting.MinBy(place => taken.Sum(place.Overlap));
        return ((int)best.X, (int)best.Y);
    }

    private static Size Measure(string text, double zoom) => Cv2.GetTextSize(text, Font, 0.4 * zoom, Thickness(zoom), out _);

    private static void Fill(Mat image, int left, int top, int width, int height, Scalar colour)
    {
        if (width > 0 && height > 0)
        {
            Cv2.Rectangle(image, new Rect(left, top, width, height), colour, -1);
        }
    }

    private static void Write(Mat image, string text, int left, int line, double zoom, Scalar colour) =>
        Cv2.PutText(image, text, new LivePoint(left, line), Font, 0.4 * zoom, colour, Thickness(zoom), LineTypes.AntiAlias);

    private static int Thickness(double zoom) => (int)Math.Round(zoom);
}
