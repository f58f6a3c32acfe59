namespace EmotionNotebooks.Data;

/// <summary>A face set divided for one training.</summary>
/// <param name="Training">Faces to learn from.</param>
/// <param name="Validation">Faces to select by.</param>
/// <param name="Test">Faces that neither trained nor selected; null where the rule keeps none (the protocol's are PrivateTest).</param>
/// <param name="ValidationName">What the validation faces are called beside a figure, such as PublicTest.</param>
/// <param name="Description">What was done, for every figure that comes of it.</param>
public sealed record DataSplit(FaceSet Training, FaceSet Validation, FaceSet? Test, string ValidationName, string Description);
