using EmotionNotebooks.Kernel.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, for code that wants to know whether it runs in one.</summary>
public class KernelInvocationContext
{
    private static readonly KernelInvocationContext Running = new();

    private KernelInvocationContext()
    {
    }

    /// <summary>The cell that the code belongs to; null outside cells.</summary>
    public static KernelInvocationContext? Current => FrontEnd.Current is null ? null : Running;
}
