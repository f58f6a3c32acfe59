namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Stops the running cell.</summary>
/// <param name="cells">Runs the cells.</param>
internal sealed class InterruptHandler(ExecuteHandler cells) : IHandler
{
    /// <inheritdoc/>
    public string Type => "interrupt_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Control;

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        cells.Interrupt();
        request.ReplyOk();
    }
}
