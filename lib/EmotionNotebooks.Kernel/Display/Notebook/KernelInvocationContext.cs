using EmotionNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, for code that wants to know whether it runs in one.</summary>
public class KernelInvocationContext
{
    private readonly CellCancellation? _cancellation;

    private KernelInvocationContext(CellCancellation? cancellation) => _cancellation = cancellation;

    /// <summary>The cell that the code belongs to; null outside cells.</summary>
    public static KernelInvocationContext? Current => FrontEnd.Current is null ? null : new(CellCancellation.Current);

    /// <summary>Cancelled when the running cell is interrupted. Code that takes it is given ten seconds to stop of itself.</summary>
    public CancellationToken CancellationToken => _cancellation?.Token ?? CancellationToken.None;
}
