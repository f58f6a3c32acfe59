namespace EmotionNotebooks.Kernel.Transport;

/// <summary>Something that waits to go out; they go in the order in which they were posted.</summary>
internal abstract record Outgoing
{
    /// <summary>A whole message.</summary>
    /// <param name="Channel">Where it goes out.</param>
    /// <param name="Frames">Its frames.</param>
    /// <param name="Unroutable">Called where nobody of that name is there (stdin alone knows).</param>
    public sealed record Whole(Channel Channel, byte[][] Frames, Action? Unroutable = null) : Outgoing;

    /// <summary>A piece of a stream's text, which may wait for the next one.</summary>
    /// <param name="Parent">The header of the request that it belongs to.</param>
    /// <param name="Stream"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="Text">The text.</param>
    public sealed record Piece(byte[] Parent, string Stream, string Text) : Outgoing;

    /// <summary>No message: something to do once all that came in before is dispatched.</summary>
    /// <param name="Action">What.</param>
    public sealed record Then(Action Action) : Outgoing;
}
