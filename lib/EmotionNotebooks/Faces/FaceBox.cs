namespace EmotionNotebooks.Faces;

/// <summary>A rectangle of a picture in pixels, from its left and top edge; parts of it may lie outside.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct FaceBox(double X, double Y, double Width, double Height)
{
    /// <summary>The middle.</summary>
    public FacePoint Centre => new(X + Width / 2, Y + Height / 2);

    /// <summary>Area in square pixels.</summary>
    public double Area => Width * Height;

    /// <summary>Area shared with another box in square pixels.</summary>
    /// <param name="other">The other box.</param>
    public double Overlap(FaceBox other)
    {
        var width = Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X);
        var height = Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y);
        return Math.Max(0, width) * Math.Max(0, height);
    }

    /// <summary>Shared area over the area of both together, 0 to 1.</summary>
    /// <param name="other">The other box.</param>
    public double IntersectionOverUnion(FaceBox other)
    {
        var shared = Overlap(other);
        return shared == 0 ? 0 : shared / (Area + other.Area - shared);
    }
}
