namespace EmotionNotebooks.Faces;

/// <summary>Finds faces in pictures. Implementations are safe to call from several threads at once.</summary>
public interface IFaceDetector : IDisposable
{
    /// <summary>Its name, such as "haar".</summary>
    string Name { get; }

    /// <summary>Finds the faces of a picture.</summary>
    /// <param name="photo">The picture, of any size.</param>
    /// <returns>The faces, the largest first; empty where there is none.</returns>
    IReadOnlyList<DetectedFace> Detect(Photo photo);
}
