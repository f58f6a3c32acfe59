using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution;

namespace EmotionNotebooks.Kernel.Tests.Support;

/// <summary>
/// An interpreter whose language is a line of one word and its rest: <c>print text</c>, <c>value text</c>, <c>error name</c>,
/// <c>wait</c> (until interrupted), <c>ask prompt</c>, <c>secret prompt</c>, <c>page text</c>, <c>crash</c>.
/// </summary>
internal sealed class FakeInterpreter : IInterpreter
{
    private readonly SemaphoreSlim _interrupted = new(0);

    /// <summary>What ran.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>Whatever else a cell does, by its whole text.</summary>
    public Dictionary<string, Action<IFrontEnd>> Cells { get; } = [];

    /// <summary>Set while a cell waits.</summary>
    public ManualResetEventSlim Waiting { get; } = new();

    public Task<CellResult> ExecuteAsync(string code, int number, IFrontEnd frontEnd)
    {
        lock (Ran)
        {
            Ran.Add(code);
        }

        return Task.Run(() => Run(code, frontEnd));
    }

    public void Interrupt() => _interrupted.Release();

    public CompletionList Complete(string code, int position) => new(position, code.Length, [new($"at {position}", "function", "()")]);

    public MimeBundle? Inspect(string code, int position, bool detailed) =>
        code.Length == 0 ? null : MimeBundle.Plain($"{code[position..]} {detailed}");

    public Completeness IsComplete(string code) => code switch
    {
        "(" => new(CompletenessStatus.Incomplete, "  "),
        ")" => new(CompletenessStatus.Invalid),
        _ => new(CompletenessStatus.Complete),
    };

    public void Dispose()
    {
        _interrupted.Dispose();
        Waiting.Dispose();
    }

    private CellResult Run(string code, IFrontEnd frontEnd)
    {
        if (Cells.TryGetValue(code, out var cell))
        {
            cell(frontEnd);
            return new CellResult(null);
        }

        var (word, rest) = code.Split(' ', 2) is [var first, var second] ? (first, second) : (code, "");
        try
        {
            switch (word)
            {
                case "print":
                    frontEnd.Write("stdout", rest);
                    return new CellResult(null);
                case "value":
                    return new CellResult(MimeBundle.Plain(rest));
                case "error":
                    return Error(rest);
                case "wait":
                    Waiting.Set();
                    return _interrupted.Wait(TimeSpan.FromSeconds(20)) ? Error(CellError.Interrupted) : Error("TimeoutException");
                case "ask" or "secret":
                    return new CellResult(MimeBundle.Plain(frontEnd.ReadLine(rest, word == "secret")));
                case "page":
                    return new CellResult(null, Pager: MimeBundle.Plain(rest));
                case "crash":
                    throw new NotSupportedException("an interpreter's own fault");
                default:
                    return new CellResult(null);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            return Error(e is OperationCanceledException ? CellError.Interrupted : e.GetType().Name, e.Message);
        }
    }

    private static CellResult Error(string name, string message = "it failed") => new(null, new CellError(name, message, ["line 1", "line 2"]));
}
