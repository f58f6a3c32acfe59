using System.Globalization;
using EmotionNotebooks.Data;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Explain;

/// <summary>Explanations to look at: face, Grad-CAM and occlusion beside each other, with label, prediction and probability above.</summary>
public static class ExplanationSheet
{
    private const int Gap = 2;
    private const int Margin = 8;
    private const int TextZoom = 2;
    private const int LineHeight = (DotFont.Height + 2) * TextZoom;
    private const int CaptionLines = 2;

    private static readonly Rgb24 White = new(255, 255, 255);
    private static readonly Rgb24 Black = new(0, 0, 0);
    private static readonly Rgb24 Red = new(190, 20, 20);

    /// <summary>A face with a map over it.</summary>
    /// <param name="face">(48, 48) grey bytes.</param>
    /// <param name="map">The map; its highest value has the brightest colour, whatever it is.</param>
    /// <param name="zoom">The side of a face's pixel in the picture, 1 to 16; 3 by default.</param>
    /// <returns>The picture, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">The face has another number of pixels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is outside its range.</exception>
    public static Image<Rgb24> Overlay(ReadOnlySpan<byte> face, HeatMap map, int zoom = 3)
    {
        RequireZoom(zoom);
        if (face.Length != FaceSet.PixelsPerFace)
        {
            throw new ArgumentException($"a face of {face.Length} pixels; expected {FaceSet.PixelsPerFace}");
        }

        var picture = new Image<Rgb24>(FaceSet.Side * zoom, FaceSet.Side * zoom);
        Place(picture, face, map, 0, 0, zoom);
        return picture;
    }

    /// <summary>Draws explanations, two columns of them where there are more than four. The caption of a face that is not what its label says
    /// is red.</summary>
    /// <param name="explanations">The explanations, at least one.</param>
    /// <param name="zoom">The side of a face's pixel on the sheet, 1 to 16; 3 by default.</param>
    /// <returns>The picture, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no explanation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is outside its range.</exception>
    public static Image<Rgb24> Draw(IReadOnlyList<FaceExplanation> explanations, int zoom = 3)
    {
        ArgumentNullException.ThrowIfNull(explanations);
        RequireZoom(zoom);
        if (explanations.Count == 0)
        {
            throw new ArgumentException("no face is explained; a sheet needs at least one");
        }

        var columns = explanations.Count > 4 ? 2 : 1;
        var captions = explanations.Select(Caption).ToArray();
        var step = (FaceSet.Side * zoom) + Gap;
        var width = Math.Max(3 * step, captions.Max(lines => lines.Max(line => DotFont.Width(line, TextZoom)))) + Margin;
        var height = (CaptionLines * LineHeight) + step + Margin;
        var rows = (explanations.Count + columns - 1) / columns;
        var sheet = new Image<Rgb24>(Margin + (columns * width), Margin + (rows * height), White);
        for (var i = 0; i < explanations.Count; i++)
        {
            var (it, left, top) = (explanations[i], Margin + (i % columns * width), Margin + (i / columns * height));
            for (var line = 0; line < CaptionLines; line++)
            {
                DotFont.Write(sheet, captions[i][line], left, top + (line * LineHeight), TextZoom, it.IsWrong ? Red : Black);
            }

            top += CaptionLines * LineHeight;
            Place(sheet, it.Face.Span, null, left, top, zoom);
            Place(sheet, it.Face.Span, it.GradCam, left + step, top, zoom);
            Place(sheet, it.Face.Span, it.Occlusion, left + (2 * step), top, zoom);
        }

        return sheet;
    }

    /// <summary>Draws explanations into a PNG file, which appears when it is complete.</summary>
    /// <param name="explanations">The explanations, at least one.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="zoom">The side of a face's pixel on the sheet, 1 to 16; 3 by default.</param>
    /// <exception cref="ArgumentException">There is no explanation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is outside its range.</exception>
    public static void Save(IReadOnlyList<FaceExplanation> explanations, string path, int zoom = 3)
    {
        using var sheet = Draw(explanations, zoom);
        AtomicFile.Write(path, stream => sheet.SaveAsPng(stream));
    }

    // Such as "row 28712  sad" and "fear 0.83  for sad 0.12  drop 0.40".
    private static string[] Caption(FaceExplanation it)
    {
        var other = it.Explained == it.Predicted ? "" : $"  why {it.Explained} {Number(it.ExplainedProbability)}";
        return
        [
            it.Label is null ? Shortened(it.Origin) : $"{Shortened(it.Origin)}  label {it.Label}",
            $"{it.Predicted} {Number(it.Probability)}{other}  drop {Number(it.Occlusion.Highest)}",
        ];
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    // The end of a path says more than its start.
    private static string Shortened(string origin) => origin.Length <= 24 ? origin : ".." + origin[^22..];

    private static void Place(Image<Rgb24> sheet, ReadOnlySpan<byte> face, HeatMap? map, int left, int top, int zoom)
    {
        var highest = map is null || map.Highest == 0 ? 1 : map.Highest;
        for (var y = 0; y < FaceSet.Side * zoom; y++)
        {
            for (var x = 0; x < FaceSet.Side * zoom; x++)
            {
                var at = (y / zoom * FaceSet.Side) + (x / zoom);
                sheet[left + x, top + y] = HeatColours.Over(face[at], map is null ? 0 : map.Values[at] / highest);
            }
        }
    }

    private static void RequireZoom(int zoom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zoom, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zoom, 16);
    }
}
