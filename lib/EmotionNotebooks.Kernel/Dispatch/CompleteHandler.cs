namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Says what could stand at a place.</summary>
/// <param name="interpreter">Knows it.</param>
internal sealed class CompleteHandler(InterpreterSource interpreter) : IHandler
{
    /// <inheritdoc/>
    public string Type => "complete_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Questions;

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        var code = request.GetText("code");
        var place = CodePoints.ToUnits(code, request.GetNumber("cursor_pos", int.MaxValue));
        var list = interpreter.Get().Complete(code, place);
        var (start, end) = (CodePoints.FromUnits(code, list.Start), CodePoints.FromUnits(code, list.End));
        request.ReplyOk(writer =>
        {
            writer.WriteStartArray("matches"u8);
            foreach (var item in list.Items)
            {
                writer.WriteStringValue(item.Text);
            }

            writer.WriteEndArray();
            writer.WriteNumber("cursor_start"u8, start);
            writer.WriteNumber("cursor_end"u8, end);
            writer.WriteStartObject("metadata"u8);
            writer.WriteStartArray("_jupyter_types_experimental"u8);
            foreach (var item in list.Items)
            {
                writer.WriteStartObject();
                writer.WriteNumber("start"u8, start);
                writer.WriteNumber("end"u8, end);
                writer.WriteString("text"u8, item.Text);
                writer.WriteString("type"u8, item.Kind);
                writer.WriteString("signature"u8, item.Signature);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
