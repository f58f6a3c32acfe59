namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>A piece of a cell: code in one language, or a directive.</summary>
/// <param name="Name">The language (<c>csharp</c>, <c>html</c>), or the directive (<c>#r</c>, <c>#!time</c>).</param>
/// <param name="Text">The code without the line that chose its language, or what follows the directive on its line.</param>
/// <param name="Line">Number of the first line of the code, or of the directive's, from 1.</param>
internal sealed record CellPart(string Name, string Text, int Line)
{
    public bool IsDirective => Name.StartsWith('#');
}
