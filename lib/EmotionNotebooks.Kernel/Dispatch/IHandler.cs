namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Answers one kind of message.</summary>
internal interface IHandler
{
    /// <summary>The kind, such as <c>complete_request</c>.</summary>
    string Type { get; }

    /// <summary>Which thread answers.</summary>
    Lane Lane { get; }

    /// <summary>Answers. <c>busy</c> was published before, and <c>idle</c> is after.</summary>
    /// <param name="request">The message.</param>
    /// <exception cref="RequestException">The message is not what its kind must be; the sender is told.</exception>
    void Answer(Request request);
}
