using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>Runs cells, one after the other.</summary>
/// <param name="interpreter">Runs them.</param>
/// <param name="inputs">Where the answers to their questions arrive.</param>
/// <param name="history">Keeps what they were.</param>
internal sealed class ExecuteHandler(InterpreterSource interpreter, InputDesk inputs, History history) : IHandler
{
    private static readonly CellError Interrupted = new(CellError.Interrupted, "the cell was interrupted", ["KeyboardInterrupt: the cell was interrupted"]);
    private static readonly CellError Aborted =
        new("Aborted", "not run: a cell before it failed", ["Aborted: not run, since a cell before it failed"]);

    private volatile RequestFrontEnd? _running;
    private int _count;
    private long _abortThrough;

    /// <inheritdoc/>
    public string Type => "execute_request";

    /// <inheritdoc/>
    public Lane Lane => Lane.Cells;

    /// <summary>Stops the running cell, from any thread; does nothing where none runs.</summary>
    public void Interrupt()
    {
        if (_running is { } frontEnd)
        {
            // The interpreter first: what its cell waits for must not end before it knows why.
            interpreter.Current?.Interrupt();
            frontEnd.Interrupt();
        }
    }

    /// <summary>Waits until no cell runs.</summary>
    /// <param name="patience">How long at most.</param>
    public void WaitUntilIdle(TimeSpan patience) => SpinWait.SpinUntil(() => _running is null, patience);

    /// <inheritdoc/>
    public void Answer(Request request)
    {
        if (request.Number <= _abortThrough)
        {
            request.Reply(writer =>
            {
                writer.WriteString("status"u8, "aborted"u8);
                writer.WriteNumber("execution_count"u8, _count);
                Request.WriteErrorMembers(writer, Aborted);
            });
            return;
        }

        var code = request.GetText("code");
        var silent = request.GetFlag("silent", false);
        var stores = request.GetFlag("store_history", !silent) && !silent && !string.IsNullOrWhiteSpace(code);
        var stopOnError = request.GetFlag("stop_on_error", true);
        var expressions = request.GetNames("user_expressions");
        var frontEnd = new RequestFrontEnd(request, inputs, request.GetFlag("allow_stdin", true));
        if (stores)
        {
            _count++;
            history.AddInput(_count, code);
        }

        if (!silent)
        {
            request.Publish("execute_input", writer =>
            {
                writer.WriteString("code"u8, code);
                writer.WriteNumber("execution_count"u8, _count);
            });
        }

        var started = WireFormat.Now();
        _running = frontEnd;
        try
        {
            var result = Run(code, frontEnd, frontEnd.Interruption);
            Publish(request, result, silent, stores);
            if (result.Error is not null && stopOnError)
            {
                // Before anybody hears of the error: what is sent in answer to it isn't meant.
                _abortThrough = request.WaitForBurst();
            }

            PublishError(request, result);
            Reply(request, result, expressions, started);
        }
        finally
        {
            _running = null;
        }
    }

    private void Publish(Request request, CellResult result, bool silent, bool stores)
    {
        if (result.Value is { } value && !silent)
        {
            request.Publish("execute_result", writer =>
            {
                writer.WriteNumber("execution_count"u8, _count);
                RequestFrontEnd.WriteBundle(writer, value);
            });
        }

        if (stores && result.Value is { } shown && shown.Data.TryGetValue("text/plain", out var text))
        {
            history.AddOutput(_count, text);
        }
    }

    private static void PublishError(Request request, CellResult result)
    {
        if (result.Error is { } error)
        {
            request.Publish("error", writer => Request.WriteErrorMembers(writer, error));
        }
    }

    private CellResult Run(string code, RequestFrontEnd frontEnd, CancellationToken interruption)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return new CellResult(null);
        }

        try
        {
            var ready = interpreter.Get(interruption);
            interruption.ThrowIfCancellationRequested();
            return ready.ExecuteAsync(code, _count, frontEnd).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return new CellResult(null, Interrupted);
        }
        catch (Exception e)
        {
            // Not the cell's failure, which is a result, but the interpreter's own.
            Log.Write(e.ToString());
            return new CellResult(null, new CellError(e.GetType().Name, e.Message, [$"{e.GetType().Name}: {e.Message}"]));
        }
    }

    private void Reply(Request request, CellResult result, IReadOnlyList<string> expressions, string started) => request.Reply(
        writer =>
        {
            if (result.Error is { } error)
            {
                Request.WriteError(writer, error);
                writer.WriteNumber("execution_count"u8, _count);
                return;
            }

            writer.WriteString("status"u8, "ok"u8);
            writer.WriteNumber("execution_count"u8, _count);
            writer.WriteStartArray("payload"u8);
            if (result.Pager is { } page)
            {
                writer.WriteStartObject();
                writer.WriteString("source"u8, "page"u8);
                RequestFrontEnd.WriteBundle(writer, page);
                writer.WriteNumber("start"u8, 0);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("user_expressions"u8);
            foreach (var name in expressions)
            {
                writer.WriteStartObject(name);
                Request.WriteError(writer, new CellError("NotSupportedException", "user_expressions: this kernel evaluates none", []));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        },
        metadata => metadata.WriteString("started"u8, started));
}
