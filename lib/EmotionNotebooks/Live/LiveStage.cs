namespace EmotionNotebooks.Live;

/// <summary>The parts of the work on a frame.</summary>
public enum LiveStage
{
    /// <summary>Taking the frame from the camera or the video, on a thread of its own.</summary>
    Decode,

    /// <summary>Searching the whole picture, every n-th frame, on a thread of its own.</summary>
    Search,

    /// <summary>Finding known faces near where they were.</summary>
    Follow,

    /// <summary>Cutting faces out.</summary>
    Crop,

    /// <summary>The network.</summary>
    Network,

    /// <summary>Boxes, words and bars.</summary>
    Draw,

    /// <summary>Writing the recording.</summary>
    Encode,

    /// <summary>Showing the frame.</summary>
    Show,
}
