using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#load "x.csx"</c>.</summary>
internal sealed class LoadDirective(CellRunner runner) : IDirective
{
    public string Name => "#load";

    public string Help => "#load \"x.csx\": run a script's text here";

    public void Run(DirectiveCall call, CellRun cell)
    {
        var path = call.FullPath(call.Quoted);
        if (!File.Exists(path))
        {
            throw new DirectiveException($"{path}: no such file; expected a script (.csx, .cs)");
        }

        runner.RunText(File.ReadAllText(path), path, Path.GetDirectoryName(path)!, cell);
    }
}
