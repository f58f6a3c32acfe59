using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Brings each message to the handler of its kind, on the thread of the handler's lane.</summary>
internal sealed class Dispatcher
{
    private readonly Wire _wire;
    private readonly WireFormat _format;
    private readonly InputDesk _inputs;
    private readonly Dictionary<string, IHandler> _handlers;
    private readonly LaneWorker[] _lanes; // by Lane
    private long _count;

    /// <param name="wire">Sends what handlers answer.</param>
    /// <param name="format">Writes it.</param>
    /// <param name="inputs">Takes the answers to the kernel's own questions.</param>
    /// <param name="handlers">The handlers; a kind that has none is answered with an error.</param>
    public Dispatcher(Wire wire, WireFormat format, InputDesk inputs, IReadOnlyList<IHandler> handlers)
    {
        (_wire, _format, _inputs) = (wire, format, inputs);
        _handlers = handlers.ToDictionary(handler => handler.Type);
        _lanes = [new(Lane.Control, Answer), new(Lane.Questions, Answer), new(Lane.Cells, Answer)];
    }

    /// <summary>Takes a message, on the sockets' thread; the answer is given on another.</summary>
    public void Accept(Message message)
    {
        if (message.Channel == Channel.Stdin)
        {
            _inputs.Accept(message);
            return;
        }

        var lane = _handlers.TryGetValue(message.Type, out var handler) ? handler.Lane : Lane.Control;
        _lanes[(int)lane].Add(new Request(message, _wire, _format, ++_count, () => _count));
    }

    private void Answer(Request request)
    {
        try
        {
            request.PublishState("busy");
            try
            {
                AnswerOrThrow(request);
            }
            catch (Exception e)
            {
                Report(request, e);
            }
            finally
            {
                request.PublishState("idle");
            }

            request.Afterwards?.Invoke();
        }
        catch (Exception e)
        {
            // Not even an error could be sent: the lane must live on.
            Log.Write($"{request.Message.Type}: {e.GetType().Name}: {e.Message}");
        }
    }

    private void AnswerOrThrow(Request request)
    {
        var type = request.Message.Type;
        if (request.Message.Fault is { } fault)
        {
            throw new RequestException($"{type}, {fault}");
        }

        if (_handlers.TryGetValue(type, out var handler))
        {
            handler.Answer(request);
        }
        else if (request.WantsReply)
        {
            throw new RequestException($"{type}: not known to this kernel; it knows {string.Join(", ", _handlers.Keys.Order())}");
        }
    }

    private static void Report(Request request, Exception e)
    {
        if (request.WantsReply && !request.HasReply)
        {
            request.ReplyError(new CellError(e.GetType().Name, e.Message, [e.Message]));
        }
        else
        {
            Log.Write($"{request.Message.Type}: {e.GetType().Name}: {e.Message}");
        }
    }
}
