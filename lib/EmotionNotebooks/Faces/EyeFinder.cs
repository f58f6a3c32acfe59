using OpenCvSharp;

namespace EmotionNotebooks.Faces;

/// <summary>Finds the two eyes of a face that was found.</summary>
internal sealed class EyeFinder(HaarCascades cascades, Mat picture)
{
    // The face is looked at in this size, whatever its size in the picture: eyes are then some 30 pixels wide.
    private const int Side = 96;

    // Below this no eye is looked for.
    private const int Height = 60;

    /// <summary>The eyes, or null where they were not both found in places where eyes are.</summary>
    public EyePair? Find(DetectedFace face)
    {
        var view = PictureView.Upper(new FaceSquare(face.Box.Centre, face.Box.Width, face.Roll), Side, Height);
        using var upright = view.Take(picture);
        var eyes = cascades.FindEyes(upright, 20, 40)
            .Select(eye => new FacePoint(eye.X + eye.Width / 2.0, eye.Y + eye.Height / 2.0))
            .Where(eye => eye.Y is > 0.2 * Side and < 0.55 * Side)
            .ToArray();
        var pairs =
            from left in eyes
            from right in eyes
            where left.X < 0.5 * Side && right.X > 0.5 * Side
            let pair = new EyePair(left, right)
            where pair.Distance is > 0.25 * Side and < 0.6 * Side && Math.Abs(pair.Roll) < 25
            orderby Math.Abs(pair.Middle.X - Side / 2.0) + Math.Abs(left.Y - right.Y)
            select pair;
        return pairs.Cast<EyePair?>().FirstOrDefault() is { } found ? new EyePair(view.ToPicture(found.Left), view.ToPicture(found.Right)) : null;
    }
}
