namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Lists the open comms: this kernel has none.</summary>
internal sealed class CommInfoHandler : IHandler
{
    /// <inheritdoc/>
    public string Type => "comm_info_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Control;

    /// <inheritdoc/>
    public void Answer(Request request) => request.ReplyOk(writer =>
    {
        writer.WriteStartObject("comms"u8);
        writer.WriteEndObject();
    });
}
