using EmotionNotebooks.Data;

namespace EmotionNotebooks.Augmentation;

/// <summary>A rectangle of a face, in pixels.</summary>
internal readonly record struct Box(int Left, int Top, int Width, int Height)
{
    /// <summary>The share of the face that lies in it.</summary>
    public double Share => Width * Height / (double)FaceSet.PixelsPerFace;

    /// <summary>A rectangle that lies wholly in the face, anywhere.</summary>
    public static Box Inside(double width, double height, SeededRandom random)
    {
        var (columns, rows) = (Length(width), Length(height));
        return new(random.NextInt(FaceSet.Side - columns + 1), random.NextInt(FaceSet.Side - rows + 1), columns, rows);
    }

    /// <summary>A square whose middle lies anywhere in the face; what is outside is cut off.</summary>
    public static Box Around(int side, SeededRandom random)
    {
        var (left, width) = Cut(random.NextInt(FaceSet.Side) - (side / 2), side);
        var (top, height) = Cut(random.NextInt(FaceSet.Side) - (side / 2), side);
        return new(left, top, width, height);
    }

    /// <summary>Marks the rectangle's pixels.</summary>
    /// <param name="mask">48 × 48, row-major.</param>
    public void Mark(Span<bool> mask)
    {
        for (var row = Top; row < Top + Height; row++)
        {
            mask.Slice((row * FaceSet.Side) + Left, Width).Fill(true);
        }
    }

    private static int Length(double pixels) => (int)Math.Clamp(Math.Round(pixels), 1, FaceSet.Side);

    private static (int Start, int Length) Cut(int start, int length)
    {
        var end = Math.Min(start + length, FaceSet.Side);
        start = Math.Max(start, 0);
        return (start, Math.Max(0, end - start));
    }
}
