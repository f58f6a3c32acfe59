namespace EmotionNotebooks.Training;

/// <summary>How much the loss of each class counts.</summary>
public enum ClassWeighting
{
    /// <summary>Every face counts the same.</summary>
    None,

    /// <summary>Every class counts the same: n / (classes × n of the class), as scikit-learn's "balanced".</summary>
    Balanced,

    /// <summary>Half-way between: the root of the balanced weights, scaled to the same mean over the faces.</summary>
    Root,
}
