namespace EmotionNotebooks.Faces;

/// <summary>A face that a detector found.</summary>
/// <param name="Box">
/// The square around it as OpenCV's frontal Haar cascades draw it, from the middle of the forehead to the chin; every detector's boxes are
/// brought to this form, so that one margin fits all.
/// </param>
/// <param name="Score">How sure the detector is; the larger the surer. Scores of different detectors can't be compared.</param>
/// <param name="Eyes">Where the eyes are, if the detector found both.</param>
public sealed record DetectedFace(FaceBox Box, double Score, EyePair? Eyes = null)
{
    /// <summary>
    /// How far the face is turned, clockwise as one looks at the picture, in degrees; the line through the eyes says it where they were
    /// found.
    /// </summary>
    public double Roll { get; init; } = Eyes?.Roll ?? 0;
}
