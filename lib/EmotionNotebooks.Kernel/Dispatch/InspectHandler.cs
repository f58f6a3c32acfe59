using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Says what is known of the name at a place.</summary>
/// <param name="interpreter">Knows it.</param>
internal sealed class InspectHandler(InterpreterSource interpreter) : IHandler
{
    private static readonly MimeBundle Nothing = new(new Dictionary<string, string>());

    /// <inheritdoc/>
    public string Type => "inspect_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Questions;

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        var code = request.GetText("code");
        var place = CodePoints.ToUnits(code, request.GetNumber("cursor_pos", int.MaxValue));
        var found = interpreter.Get().Inspect(code, place, request.GetNumber("detail_level", 0) > 0);
        request.ReplyOk(writer =>
        {
            writer.WriteBoolean("found"u8, found is not null);
            RequestFrontEnd.WriteBundle(writer, found ?? Nothing);
        });
    }
}
