namespace EmotionNotebooks.Augmentation;

/// <summary>What a warped face shows where its picture ends.</summary>
public enum BorderFill
{
    /// <summary>The nearest pixel of its edge, as Keras has it by default.</summary>
    Edge,

    /// <summary>Black, as torchvision has it by default.</summary>
    Zero,
}
