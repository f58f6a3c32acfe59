namespace EmotionNotebooks.Data.Samples;

/// <summary>How the hair is worn.</summary>
internal enum HairStyle
{
    Bald,
    Short,
    SidePart,
    Fringe,
    Long,
    Curly,
}
