namespace EmotionNotebooks.Data;

/// <summary>A column of FER-2013's CSV.</summary>
internal enum FerColumn
{
    Emotion,
    Pixels,
    Usage,
}
