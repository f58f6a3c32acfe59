using System.CommandLine;
using EmotionNotebooks.Notebooks;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion convert</c>.</summary>
internal sealed class ConvertCommand
{
    private readonly Argument<string> _from = new("notebook") { Description = "A notebook: .ipynb of any C# kernel, .dib, or a script (.csx, .cs)" };
    private readonly Argument<string?> _to = new("target")
    {
        Description = "The file to write, .ipynb or .dib; without it the other form beside the notebook",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _force = new("--force", "-f") { Description = "Replace the target where there is one" };

    public static Command Create() => new ConvertCommand().Build();

    private Command Build()
    {
        var command = new Command("convert", """
            Turn notebooks of Polyglot Notebooks and .NET Interactive into notebooks for this kernel, and back into .dib.

            Languages that such notebooks keep in their metadata become lines at the head of the cells (#!html).
            """)
        {
            _from, _to, _force,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var from = parsed.GetValue(_from)!;
        var to = parsed.GetValue(_to) ?? Path.ChangeExtension(from, Path.GetExtension(from).Equals(".ipynb", StringComparison.OrdinalIgnoreCase) ? ".dib" : ".ipynb");
        var notebook = NotebookFile.Load(from);
        var text = NotebookFile.Format(notebook, to);
        if (File.Exists(to) && !parsed.GetValue(_force))
        {
            throw new ArgumentException($"{to}: there is such a file; name another target, or replace it with --force");
        }

        AtomicFile.WriteText(to, text);
        Report.Line($"{notebook.Cells.Count} cells: {to}");
        if (Path.GetExtension(to).Equals(".dib", StringComparison.OrdinalIgnoreCase) && notebook.Cells.Any(cell => cell.Outputs is { Count: > 0 }))
        {
            Report.Line("what the cells have shown is left out: a .dib has no place for it");
        }

        foreach (var (index, cell) in notebook.Cells.Index().Where(it => !CellLanguage.Supported.Contains(it.Item.Language)))
        {
            Console.Error.WriteLine($"emotion: {from}, cell {index + 1}: it is {cell.Language}, which the kernel does not run; it is kept, and will say so");
        }

        return 0;
    }
}
