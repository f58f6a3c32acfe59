using EmotionNotebooks.Data;

namespace EmotionNotebooks.Faces;

/// <summary>
/// Cuts a face out of a picture as an upright square of 48×48 grey bytes. Each pixel is the mean of the area that it covers (evenly spaced
/// bilinear samples, at least one for each pixel of the picture); beyond the picture's edge its last pixels go on.
/// </summary>
public static class FaceCrop
{
    /// <summary>Cuts a face out.</summary>
    /// <param name="photo">The picture.</param>
    /// <param name="face">Where the face is.</param>
    /// <param name="preprocessing">Margin, drop, and whether it is turned upright.</param>
    /// <param name="target">Takes 48 × 48 grey bytes.</param>
    public static void Cut(Photo photo, DetectedFace face, FacePreprocessing preprocessing, Span<byte> target)
    {
        ArgumentNullException.ThrowIfNull(photo);
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, FaceSet.PixelsPerFace, nameof(target));
        var square = SquareOf(face, preprocessing);
        var samples = Math.Max(1, (int)Math.Ceiling(square.Side / FaceSet.Side));
        var (right, down) = (square.Right, square.Down);
        var step = square.Side / FaceSet.Side / samples;
        var grey = photo.Grey.Span;
        for (var row = 0; row < FaceSet.Side; row++)
        {
            for (var column = 0; column < FaceSet.Side; column++)
            {
                var sum = 0.0;
                for (var v = 0; v < samples; v++)
                {
                    var along = (row * samples + v + 0.5) * step - square.Side / 2;
                    for (var u = 0; u < samples; u++)
                    {
                        var across = (column * samples + u + 0.5) * step - square.Side / 2;
                        var x = square.Centre.X + across * right.X + along * down.X;
                        var y = square.Centre.Y + across * right.Y + along * down.Y;
                        sum += Sample(grey, photo.Width, photo.Height, x - 0.5, y - 0.5);
                    }
                }

                target[row * FaceSet.Side + column] = (byte)(sum / (samples * samples) + 0.5);
            }
        }
    }

    /// <summary>The square that is cut.</summary>
    /// <param name="face">Where the face is.</param>
    /// <param name="preprocessing">Margin, drop, and whether it is turned upright.</param>
    public static FaceSquare SquareOf(DetectedFace face, FacePreprocessing preprocessing)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(preprocessing);
        var side = Math.Max(face.Box.Width, face.Box.Height);
        var roll = preprocessing.TurnsUpright ? face.Roll : 0;
        var square = new FaceSquare(face.Box.Centre, side * preprocessing.Margin, roll);
        var drop = side * preprocessing.Drop;
        return square with { Centre = new(square.Centre.X + drop * square.Down.X, square.Centre.Y + drop * square.Down.Y) };
    }

    private static double Sample(ReadOnlySpan<byte> grey, int width, int height, double x, double y)
    {
        x = Math.Clamp(x, 0, width - 1);
        y = Math.Clamp(y, 0, height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
        var (fx, fy) = (x - left, y - top);
        var above = grey[top * width + left] + fx * (grey[top * width + right] - grey[top * width + left]);
        var below = grey[bottom * width + left] + fx * (grey[bottom * width + right] - grey[bottom * width + left]);
        return above + fy * (below - above);
    }
}
