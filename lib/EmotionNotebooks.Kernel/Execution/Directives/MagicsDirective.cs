using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#!lsmagic</c>.</summary>
internal sealed class MagicsDirective(Func<IEnumerable<IDirective>> all) : IDirective
{
    /// <summary>The lines that choose the language of what follows.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["#!csharp", "#!markdown", "#!html", "#!javascript", "#!mermaid"];

    public string Name => "#!lsmagic";

    public string Help => "#!lsmagic: list these";

    public void Run(DirectiveCall call, CellRun cell) => call.FrontEnd.Display(MimeBundle.Plain(
        string.Join('\n', all().Select(it => it.Help).Append($"{string.Join(", ", Languages)}: the language of what follows"))));
}
