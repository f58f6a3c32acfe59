using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>The directives that there are.</summary>
internal sealed class DirectiveTable
{
    private readonly Dictionary<string, IDirective> _directives;

    public DirectiveTable(CellRunner runner)
    {
        IDirective[] directives = [new ReferenceDirective(runner)];
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
            throw new DirectiveException($"{name} is not supported by this kernel; it knows {string.Join(", ", _directives.Keys.Order(StringComparer.Ordinal))}");
        }

        directive.Run(call);
    }
}
