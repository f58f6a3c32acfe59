using System.Diagnostics;
using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#!time</c>.</summary>
internal sealed class TimeDirective : IDirective
{
    public string Name => "#!time";

    public string Help => "#!time: show how long the cell takes";

    public void Run(DirectiveCall call, CellRun cell)
    {
        var clock = Stopwatch.StartNew();
        cell.AtEnd.Add(() =>
        {
            cell.Flush();
            cell.FrontEnd.Display(MimeBundle.Plain(FormattableString.Invariant($"Wall time: {clock.Elapsed.TotalMilliseconds:0.0###}ms")));
        });
    }
}
