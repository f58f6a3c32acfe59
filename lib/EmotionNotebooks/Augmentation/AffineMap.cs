namespace EmotionNotebooks.Augmentation;

/// <summary>
/// Where a pixel of the result comes from: x' = Xx·x + Xy·y + X0 and y' = Yx·x + Yy·y + Y0, in pixels from the middle of the face,
/// x to the right and y down.
/// </summary>
internal readonly record struct AffineMap(double Xx, double Xy, double X0, double Yx, double Yy, double Y0)
{
    public static AffineMap Identity { get; } = Scale(1, 1);

    public static AffineMap Scale(double x, double y) => new(x, 0, 0, 0, y, 0);

    public static AffineMap Shift(double x, double y) => new(1, 0, x, 0, 1, y);

    public static AffineMap Shear(double degrees) => new(1, Math.Tan(double.DegreesToRadians(degrees)), 0, 0, 1, 0);

    /// <summary>Turns the picture clockwise by so many degrees.</summary>
    public static AffineMap Rotation(double degrees)
    {
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(degrees));
        return new(cosine, sine, 0, -sine, cosine, 0);
    }

    /// <summary>This map's picture, taken by another map: <paramref name="next"/> changes what this one shows.</summary>
    public AffineMap Then(AffineMap next) => new(
        (Xx * next.Xx) + (Xy * next.Yx),
        (Xx * next.Xy) + (Xy * next.Yy),
        (Xx * next.X0) + (Xy * next.Y0) + X0,
        (Yx * next.Xx) + (Yy * next.Yx),
        (Yx * next.Xy) + (Yy * next.Yy),
        (Yx * next.X0) + (Yy * next.Y0) + Y0);
}
