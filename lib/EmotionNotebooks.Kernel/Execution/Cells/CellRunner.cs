using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Directives;
using EmotionNotebooks.Kernel.Execution.Errors;
using EmotionNotebooks.Kernel.Execution.References;
using EmotionNotebooks.Kernel.Execution.Scripts;
using EmotionNotebooks.Notebooks;

namespace EmotionNotebooks.Kernel.Execution.Cells;

/// <summary>Runs cells, piece by piece; on the cells' thread.</summary>
internal sealed class CellRunner : IDisposable
{
    private readonly NotebookLoadContext _context = new();
    private readonly RuntimeErrors _errors;
    private readonly DirectiveTable _directives;

    public CellRunner(InterpreterOptions options)
    {
        Options = options;
        References = new ReferenceSet();
        Session = new ScriptSession(References, _context);
        Assemblies = new AssemblyLoader(References, _context, Session);
        _errors = new RuntimeErrors(Session, _context.Natives);
        _directives = new DirectiveTable(this);
    }

    public InterpreterOptions Options { get; }

    public ReferenceSet References { get; }

    public ScriptSession Session { get; }

    public AssemblyLoader Assemblies { get; }

    public DirectiveTable Directives => _directives;

    public CellResult Run(string code, int number, IFrontEnd frontEnd, Interruption interruption)
    {
        var cell = new CellRun(new InterruptibleFrontEnd(frontEnd, interruption), interruption);
        CellCheck.Current = interruption;
        FrontEnd.Current = cell.FrontEnd;
        CellCancellation.Current = interruption.Cancellation;
        try
        {
            RunText(code, $"Cell [{number}]", Options.WorkingFolder, cell);
            foreach (var end in cell.AtEnd)
            {
                end();
            }

            return new CellResult(cell.Value);
        }
        catch (Exception e) when (interruption.Requested)
        {
            return new CellResult(null, _errors.DescribeInterruption(e));
        }
        catch (CompilationFailedException e)
        {
            return new CellResult(null, CompilationErrors.Describe(e));
        }
        catch (DirectiveException e)
        {
            return new CellResult(null, DirectiveErrors.Describe(e, cell));
        }
        catch (Exception e)
        {
            return new CellResult(null, _errors.Describe(e));
        }
        finally
        {
            FrontEnd.Current = null;
            CellCancellation.Current = null;
            CellCheck.Current = null;
        }
    }

    /// <summary>Runs a text: a cell's, or that of a file it names.</summary>
    /// <param name="code">The text.</param>
    /// <param name="path">Its name in errors.</param>
    /// <param name="folder">Where its relative paths start.</param>
    /// <param name="cell">The cell that runs.</param>
    public void RunText(string code, string path, string folder, CellRun cell)
    {
        foreach (var part in CellParser.Parse(code))
        {
            cell.Flush();
            cell.Place = (path, part.Line, code);
            if (part.IsDirective)
            {
                _directives.Run(part.Name, new DirectiveCall(part.Text, folder, cell.FrontEnd, cell.Interruption.Token), cell);
            }
            else if (part.Name == CellLanguage.CSharp)
            {
                RunCSharp(part, path, cell);
            }
            else
            {
                cell.FrontEnd.Display(OtherLanguages.Show(part.Name, part.Text));
            }
        }
    }

    /// <summary>Runs a piece that nobody sees, since the first one takes long.</summary>
    public bool WarmUp()
    {
        var interruption = new Interruption(NoFrontEnd.Instance);
        var cell = new CellRun(NoFrontEnd.Instance, interruption);
        RunCSharp(new CellPart(CellLanguage.CSharp, "$\"{1 + 1}\"", 1), "warm-up", cell);
        return true;
    }

    public void Dispose() => _context.Dispose();

    private void RunCSharp(CellPart part, string path, CellRun cell)
    {
        var submission = Session.Compile(new string('\n', part.Line - 1) + part.Text, path, cell.Interruption.Token);
        var failed = true;
        try
        {
            var value = cell.RunUserCode(() => Session.Start(submission));
            failed = false;
            if (submission.HasValue)
            {
                cell.RunUserCode(() =>
                {
                    cell.Value = ValueFormatter.Format(value);
                    return Task.FromResult<object>(null!);
                });
            }
        }
        finally
        {
            Session.Add(submission, failed);
        }
    }
}
