namespace EmotionNotebooks.Faces;

/// <summary>A window that a cascade accepted: a turned square of the picture.</summary>
/// <param name="Centre">Its middle in pixels.</param>
/// <param name="Side">Its side in pixels.</param>
/// <param name="Roll">How far it is turned, clockwise, in degrees.</param>
internal readonly record struct FaceWindow(FacePoint Centre, double Side, double Roll);
