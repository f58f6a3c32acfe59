using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>The directives that there are.</summary>
internal sealed class DirectiveTable
{
    private readonly Dictionary<string, IDirective> _directives;

    public DirectiveTable(CellRunner runner)
    {
        var packages = new PackageStore(runner.Options);
        IDirective[] directives =
        [
            new ReferenceDirective(runner, packages),
            new SourceDirective(packages),
            new LoadDirective(runner),
            new ImportDirective(runner),
            new TimeDirective(),
            new VariablesDirective(runner, "#!whos", isDetailed: true),
            new VariablesDirective(runner, "#!who", isDetailed: false),
            new AboutDirective(runner.Options),
            new MagicsDirective(() => All),
        ];
        _directives = directives.ToDictionary(it => it.Name);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<IDirective> All => _directives.Values;

    /// <summary>Does what a line asks.</summary>
    /// <exception cref="DirectiveException">There is no such directive, or it can't be done.</exception>
    public void Run(string name, DirectiveCall call, CellRun cell)
    {
        if (!_directives.TryGetValue(name, out var directive))
        {
            throw new DirectiveException($"{name} is not supported by this kernel; there are: {string.Join(", ", _directives.Keys.Concat(MagicsDirective.Languages).Order(StringComparer.Ordinal))}");
        }

        directive.Run(call, cell);
    }
}
