namespace EmotionNotebooks.Web.Reading;

/// <summary>How faces are looked for in a picture.</summary>
internal enum Search
{
    /// <summary>As well as the detector can.</summary>
    Thorough,

    /// <summary>As the detector "haar-fast" does, in a fraction of the time: for a webcam's pictures, of which the next one follows at once.</summary>
    Quick,

    /// <summary>Not at all: the picture is the face.</summary>
    None,
}
