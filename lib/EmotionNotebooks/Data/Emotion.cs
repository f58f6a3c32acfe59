namespace EmotionNotebooks.Data;

/// <summary>The seven classes of FER-2013; the numbers are its labels.</summary>
public enum Emotion : byte
{
    /// <summary>Label 0.</summary>
    Angry = 0,

    /// <summary>Label 1.</summary>
    Disgust = 1,

    /// <summary>Label 2.</summary>
    Fear = 2,

    /// <summary>Label 3.</summary>
    Happy = 3,

    /// <summary>Label 4.</summary>
    Sad = 4,

    /// <summary>Label 5.</summary>
    Surprise = 5,

    /// <summary>Label 6.</summary>
    Neutral = 6,
}
