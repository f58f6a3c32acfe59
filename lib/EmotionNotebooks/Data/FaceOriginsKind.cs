namespace EmotionNotebooks.Data;

/// <summary>In which words <see cref="FaceOrigins"/> are.</summary>
internal enum FaceOriginsKind
{
    /// <summary>Face i is row i + 1.</summary>
    Rows,

    /// <summary>A row number for each face.</summary>
    Numbers,

    /// <summary>A name for each face.</summary>
    Names,
}
