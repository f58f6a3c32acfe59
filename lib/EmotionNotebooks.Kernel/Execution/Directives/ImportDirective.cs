using EmotionNotebooks.Kernel.Execution.Cells;
using EmotionNotebooks.Notebooks;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#!import x.ipynb</c>: its code runs here; what is text for people is left out.</summary>
internal sealed class ImportDirective(CellRunner runner) : IDirective
{
    public string Name => "#!import";

    public string Help => "#!import x.ipynb, x.dib, x.csx, x.cs: run the code of another notebook or script here";

    public void Run(DirectiveCall call, CellRun cell)
    {
        var path = call.FullPath(call.Quoted);
        NotebookDocument notebook;
        try
        {
            notebook = NotebookFile.Load(path);
        }
        catch (NotebookException e)
        {
            throw new DirectiveException(e.Message);
        }

        foreach (var (index, part) in notebook.Cells.Index().Where(it => it.Item.Language is not (CellLanguage.Markdown or CellLanguage.Raw)))
        {
            var text = part.Language == CellLanguage.CSharp ? part.Source : $"#!{part.Language}\n{part.Source}";
            runner.RunText(text, notebook.Cells.Count == 1 ? path : $"{path}, cell {index + 1}", Path.GetDirectoryName(path)!, cell);
        }
    }
}
