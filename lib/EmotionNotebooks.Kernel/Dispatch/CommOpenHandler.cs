namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Closes the comms that front ends open, as the protocol wants it where nobody listens to a target.</summary>
internal sealed class CommOpenHandler : IHandler
{
    /// <inheritdoc/>
    public string Type => "comm_open";

    /// <inheritdoc/>
    public Lane Lane => Lane.Control;

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        var comm = request.GetText("comm_id");
        request.Publish("comm_close", writer =>
        {
            writer.WriteString("comm_id"u8, comm);
            writer.WriteStartObject("data"u8);
            writer.WriteEndObject();
        });
    }
}
