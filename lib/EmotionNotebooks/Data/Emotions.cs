namespace EmotionNotebooks.Data;

/// <summary>FER-2013's classes by name.</summary>
public static class Emotions
{
    /// <summary>How many classes there are: 7.</summary>
    public const int Count = 7;

    /// <summary>The class names in label order: angry, disgust, fear, happy, sad, surprise, neutral.</summary>
    public static IReadOnlyList<string> Names { get; } =
        Array.AsReadOnly(["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"]);
}
