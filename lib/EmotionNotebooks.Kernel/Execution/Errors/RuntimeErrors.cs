using System.Diagnostics;
using System.Reflection;
using EmotionNotebooks.Kernel.Execution.References;
using EmotionNotebooks.Kernel.Execution.Scripts;

namespace EmotionNotebooks.Kernel.Execution.Errors;

/// <summary>Says what stopped a cell that ran: where in the cell, and through which calls; the kernel's own are left out.</summary>
internal sealed class RuntimeErrors(ScriptSession session, NativeLibraries natives)
{
    private const int LinesAround = 2;
    private const int MostFrames = 40;
    private const int MostCauses = 8;

    public CellError Describe(Exception exception)
    {
        exception = Unwrap(exception);
        var lines = new List<string> { $"{Ansi.Red(Name(exception))}: {exception.Message}" };
        AddTried(lines, exception);
        AddExcerpt(lines, exception);
        AddFrames(lines, exception);
        var causes = 0;
        for (var cause = exception.InnerException; cause is not null && causes < MostCauses; cause = cause.InnerException, causes++)
        {
            lines.Add($"caused by {Ansi.Red(Name(cause))}: {cause.Message}");
            AddTried(lines, cause);
            AddFrames(lines, cause);
        }

        return new CellError(Name(exception), OneLine(exception.Message), lines);
    }

    /// <summary>An interruption, with the place where it hit where that is known.</summary>
    public CellError DescribeInterruption(Exception place)
    {
        var lines = new List<string> { Ansi.Red(CellError.Interrupted) + ": the cell was interrupted" };
        AddExcerpt(lines, place);
        AddFrames(lines, place);

        return new CellError(CellError.Interrupted, "the cell was interrupted", lines);
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: DllNotFoundException inner } => inner,
        _ => exception,
    };

    private void AddTried(List<string> lines, Exception exception)
    {
        if (exception is not DllNotFoundException)
        {
            return;
        }

        foreach (var library in natives.Missed.Where(it => exception.Message.Contains(it, StringComparison.Ordinal)))
        {
            lines.Add($"'{library}' was looked for at:");
            lines.AddRange(natives.TriedFor(library).Select(path => "    " + path));
        }
    }

    // The innermost line of a cell that the exception passed.
    private void AddExcerpt(List<string> lines, Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(it => it.GetFileName() is { } path && session.Source(path) is not null && it.GetFileLineNumber() > 0);
        if (frame is null)
        {
            return;
        }

        var text = session.Source(frame.GetFileName()!)!.Lines;
        var at = frame.GetFileLineNumber();
        lines.Add(Ansi.Bold($"{frame.GetFileName()}, line {at}"));
        for (var line = Math.Max(1, at - LinesAround); line <= Math.Min(text.Count, at + LinesAround); line++)
        {
            var content = $"{line,4}  {text[line - 1]}";
            lines.Add(line == at ? Ansi.Green("--> " + content) : "    " + content);
        }
    }

    private void AddFrames(List<string> lines, Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();

        // Below the cell there is only how the kernel runs it.
        var last = Array.FindLastIndex(frames, IsOfCell);
        var shown = frames.Take(last + 1).Where(frame => !IsPlumbing(frame)).Select(Say).ToList();
        lines.AddRange(shown.Take(MostFrames).Select(it => "    at " + it));
        if (shown.Count > MostFrames)
        {
            lines.Add($"    … and {shown.Count - MostFrames} more");
        }
    }

    private bool IsOfCell(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly is { } assembly && session.IsOfCell(assembly);

    private static bool IsPlumbing(StackFrame frame)
    {
        var type = frame.GetMethod()?.DeclaringType;
        return type is null
            || type.Namespace is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Reflection"
            || type.Assembly == typeof(RuntimeErrors).Assembly
            || type.Name.StartsWith("Submission#", StringComparison.Ordinal) && frame.GetMethod()!.Name.StartsWith('<') && frame.GetFileName() is null
            || type.Name == "ThrowHelper";
    }

    private static string Say(StackFrame frame)
    {
        var place = frame.GetFileName() is { } path ? $" in {path}, line {frame.GetFileLineNumber()}" : "";
        return FrameName.Of(frame.GetMethod()!) + place;
    }

    private static string Name(Exception exception)
    {
        var name = exception.GetType().Name;
        var generic = name.IndexOf('`');
        return generic < 0 ? name : name[..generic];
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
