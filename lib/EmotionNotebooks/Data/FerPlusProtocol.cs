namespace EmotionNotebooks.Data;

/// <summary>
/// Which faces FER+'s votes give a label, and which. Published figures use one of these without always saying which; they are not
/// interchangeable. Numbers in the order of FER-2013's Training and PublicTest rows.
/// </summary>
public enum FerPlusProtocol
{
    /// <summary>The official one: choices with a single vote are dropped as outliers, then more than half of the remaining votes must be for
    /// one emotion. 25,060 and 3,199 faces.</summary>
    /// <remarks><c>_process_data</c> in microsoft/FERPlus, <c>src/ferplus.py</c>, mode "majority".</remarks>
    Majority,

    /// <summary>The choice with the most votes, the one that <see cref="FaceVotes.Names"/> lists first of equals; faces where that is "unknown"
    /// or "not a face" are left out. 28,389 and 3,553 faces.</summary>
    ArgMax,

    /// <summary>The emotion with the most votes, the one listed first of equals, wherever anybody voted for an emotion. 28,559 and 3,579 faces:
    /// those that FER+'s file gives an image name, less two in Training that have one although all ten votes are "not a face".</summary>
    AnyEmotion,
}
