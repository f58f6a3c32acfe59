using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Data;

/// <summary>A set's faces to look at: one row per class, its name in front, on white.</summary>
public static class ContactSheet
{
    private const int Gap = 2;
    private const int Margin = 4;

    /// <summary>Draws the first faces of each class.</summary>
    /// <param name="faces">The faces.</param>
    /// <param name="perClass">How many of each class, at least 1; 12 by default. A class with fewer leaves its row short.</param>
    /// <param name="zoom">The side of a face's pixel on the sheet, 1 to 16; 2 by default.</param>
    /// <returns>The picture, which the caller disposes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Image<L8> Draw(FaceSet faces, int perClass = 12, int zoom = 2)
    {
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(zoom, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zoom, 16);
        var label = 2 * Margin + faces.ClassNames.Max(name => DotFont.Width(name, zoom));
        var cell = FaceSet.Side * zoom + Gap;
        var sheet = new Image<L8>(label + perClass * cell, faces.ClassNames.Count * cell + Gap, new L8(255));
        for (var row = 0; row < faces.ClassNames.Count; row++)
        {
            var top = Gap + row * cell;
            DotFont.Write(sheet, faces.ClassNames[row], Margin, top + (FaceSet.Side - DotFont.Height) * zoom / 2, zoom);
            var column = 0;
            for (var i = 0; i < faces.Count && column < perClass; i++)
            {
                if (faces.Labels[i] == row)
                    Place(sheet, faces.Face(i), label + column++ * cell, top, zoom);
            }
        }

        return sheet;
    }

    /// <summary>Draws the first faces of each class into a PNG file, which appears when it is complete.</summary>
    /// <param name="faces">The faces.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="perClass">How many of each class, at least 1; 12 by default.</param>
    /// <param name="zoom">The side of a face's pixel on the sheet, 1 to 16; 2 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static void Save(FaceSet faces, string path, int perClass = 12, int zoom = 2)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var sheet = Draw(faces, perClass, zoom);
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            sheet.SaveAsPng(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Place(Image<L8> sheet, ReadOnlySpan<byte> face, int left, int top, int zoom)
    {
        for (var y = 0; y < FaceSet.Side * zoom; y++)
        {
            for (var x = 0; x < FaceSet.Side * zoom; x++)
                sheet[left + x, top + y] = new L8(face[y / zoom * FaceSet.Side + x / zoom]);
        }
    }
}
