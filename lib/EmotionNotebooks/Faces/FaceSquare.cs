namespace EmotionNotebooks.Faces;

/// <summary>A turned square of a picture.</summary>
/// <param name="Centre">Its middle in pixels.</param>
/// <param name="Side">Its side in pixels.</param>
/// <param name="Roll">How far it is turned, clockwise as one looks at the picture, in degrees.</param>
public readonly record struct FaceSquare(FacePoint Centre, double Side, double Roll)
{
    /// <summary>A step of one pixel along its upper edge, from left to right.</summary>
    public FacePoint Right => new(Math.Cos(Roll * Math.PI / 180), Math.Sin(Roll * Math.PI / 180));

    /// <summary>A step of one pixel along its left edge, downwards.</summary>
    public FacePoint Down => new(-Right.Y, Right.X);
}
