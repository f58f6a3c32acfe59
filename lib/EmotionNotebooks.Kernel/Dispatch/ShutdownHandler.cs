namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Ends the kernel, whatever runs.</summary>
/// <param name="end">Begins the end; returns at once.</param>
internal sealed class ShutdownHandler(Action end) : IHandler
{
    /// <inheritdoc/>
    public string Type => "shutdown_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Control;

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        var restart = request.GetFlag("restart", false);

        // All who listen learn of it, not only who asked.
        request.Publish("shutdown_reply", writer =>
        {
            writer.WriteString("status"u8, "ok"u8);
            writer.WriteBoolean("restart"u8, restart);
        });
        request.ReplyOk(writer => writer.WriteBoolean("restart"u8, restart));
        request.Afterwards = end;
    }
}
