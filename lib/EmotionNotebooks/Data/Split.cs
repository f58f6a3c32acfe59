namespace EmotionNotebooks.Data;

/// <summary>
/// The part of a data set a face belongs to, in FER-2013's words. What each may be used for is the split protocol:
/// <see cref="Training"/> trains, <see cref="PublicTest"/> selects, <see cref="PrivateTest"/> is the final exam.
/// </summary>
public enum Split : byte
{
    /// <summary>Trains the weights.</summary>
    Training = 0,

    /// <summary>Selects: early stop, best checkpoint, every hyper-parameter. (A validation split.)</summary>
    PublicTest = 1,

    /// <summary>
    /// The final exam, read by <c>emotion evaluate --final</c> alone. Readers withhold these rows unless they are asked
    /// for by a method whose name says so, and a <see cref="FaceSet"/> never mixes them with rows of the other splits.
    /// </summary>
    PrivateTest = 2,
}
