using EmotionNotebooks.Kernel.Execution.Scripts;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.Errors;

/// <summary>Says what the compiler did not understand: cell, line, column, the line and a caret.</summary>
internal static class CompilationErrors
{
    private const string Name = "CompilationError";
    private const int Most = 20;

    public static CellError Describe(CompilationFailedException failure)
    {
        var errors = failure.Errors.OrderBy(it => it.Location.SourceSpan.Start).ToList();
        var lines = errors.Take(Most).SelectMany(Lines).ToList();
        if (errors.Count > Most)
        {
            lines.Add($"… and {errors.Count - Most} more errors");
        }

        return new CellError(Name, $"{Place(errors[0])}: {Message(errors[0])}", lines);
    }

    private static IEnumerable<string> Lines(Diagnostic error)
    {
        yield return $"{Ansi.Bold(Place(error))}: {Ansi.Red(error.Id)}: {error.GetMessage()}";
        if (error.Location.SourceTree is not { } tree)
        {
            yield break;
        }

        var span = error.Location.GetLineSpan();
        var line = tree.GetText().Lines[span.StartLinePosition.Line].ToString();
        var start = span.StartLinePosition.Character;
        var length = span.EndLinePosition.Line == span.StartLinePosition.Line ? span.EndLinePosition.Character - start : line.Length - start;
        yield return "    " + line.Replace('\t', ' ');
        yield return "    " + new string(' ', start) + Ansi.Red("^" + new string('~', Math.Max(0, length - 1)));
    }

    private static string Message(Diagnostic error) => $"{error.Id}: {error.GetMessage()}".ReplaceLineEndings(" ");

    private static string Place(Diagnostic error)
    {
        var span = error.Location.GetLineSpan();
        return span.IsValid
            ? $"{span.Path}, line {span.StartLinePosition.Line + 1}, column {span.StartLinePosition.Character + 1}"
            : "the cell";
    }
}
