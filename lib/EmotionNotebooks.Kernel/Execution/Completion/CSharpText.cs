using EmotionNotebooks.Kernel.Execution.Cells;
using EmotionNotebooks.Notebooks;
using Microsoft.CodeAnalysis.Text;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What of a cell is C#.</summary>
internal static class CSharpText
{
    /// <summary>The cell with blanks for all that is no C#: every place stays where it is.</summary>
    public static string Of(string code)
    {
        var lines = SourceText.From(code).Lines;
        var text = code.Select(it => it is '\n' or '\r' ? it : ' ').ToArray();
        foreach (var part in CellParser.Parse(code).Where(it => it.Name == CellLanguage.CSharp))
        {
            var last = part.Line - 1 + part.Text.Count(it => it == '\n');
            var start = lines[Math.Min(part.Line, lines.Count) - 1].Start;
            var end = lines[Math.Min(last, lines.Count - 1)].End;
            code.CopyTo(start, text, start, end - start);
        }

        return new string(text);
    }
}
