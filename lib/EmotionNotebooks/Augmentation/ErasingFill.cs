namespace EmotionNotebooks.Augmentation;

/// <summary>What stands in an erased rectangle.</summary>
public enum ErasingFill
{
    /// <summary>Black.</summary>
    Zero,

    /// <summary>The face's own mean.</summary>
    Mean,

    /// <summary>Greys drawn for every pixel.</summary>
    Noise,
}
