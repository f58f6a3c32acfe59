using EmotionNotebooks.Kernel.Execution;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Says whether a text could be run as it stands, for consoles.</summary>
/// <param name="interpreter">Knows it.</param>
internal sealed class IsCompleteHandler(InterpreterSource interpreter) : IHandler
{
    /// <inheritdoc/>
    public string Type => "is_complete_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Questions;

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        var answer = interpreter.Get().IsComplete(request.GetText("code"));
        request.Reply(writer =>
        {
            writer.WriteString("status"u8, answer.Status switch
            {
                CompletenessStatus.Complete => "complete",
                CompletenessStatus.Incomplete => "incomplete",
                _ => "invalid",
            });
            if (answer.Status == CompletenessStatus.Incomplete)
            {
                writer.WriteString("indent"u8, answer.Indent);
            }
        });
    }
}
