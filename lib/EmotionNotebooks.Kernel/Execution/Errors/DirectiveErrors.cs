using EmotionNotebooks.Kernel.Execution.Cells;
using EmotionNotebooks.Kernel.Execution.Directives;

namespace EmotionNotebooks.Kernel.Execution.Errors;

/// <summary>Says which line asked for something that can't be done.</summary>
internal static class DirectiveErrors
{
    private const string Name = "DirectiveError";

    public static CellError Describe(DirectiveException exception, CellRun cell)
    {
        var (path, line, text) = cell.Place;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var message = exception.Message.ReplaceLineEndings("\n");
        return new CellError(Name, message.Split('\n')[0],
        [
            $"{Ansi.Bold($"{path}, line {line}")}: {Ansi.Red(Name)}",
            .. message.Split('\n'),
            .. line <= lines.Length ? [$"    {lines[line - 1].Trim()}"] : Array.Empty<string>(),
        ]);
    }
}
