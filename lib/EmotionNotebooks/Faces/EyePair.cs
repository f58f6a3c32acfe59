namespace EmotionNotebooks.Faces;

/// <summary>The centres of a face's eyes in pixels of the picture.</summary>
/// <param name="Left">The eye on the picture's left, which is the person's right one.</param>
/// <param name="Right">The eye on the picture's right.</param>
public readonly record struct EyePair(FacePoint Left, FacePoint Right)
{
    /// <summary>How far the line through the eyes is turned, clockwise as one looks at the picture, in degrees.</summary>
    public double Roll => Math.Atan2(Right.Y - Left.Y, Right.X - Left.X) * 180 / Math.PI;

    /// <summary>Distance in pixels.</summary>
    public double Distance => Math.Sqrt(Math.Pow(Right.X - Left.X, 2) + Math.Pow(Right.Y - Left.Y, 2));

    /// <summary>The point between the eyes.</summary>
    public FacePoint Middle => new((Left.X + Right.X) / 2, (Left.Y + Right.Y) / 2);
}
