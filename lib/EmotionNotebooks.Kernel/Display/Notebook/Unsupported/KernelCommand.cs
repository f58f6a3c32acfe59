using EmotionNotebooks.Kernel.Display.Notebook.Unsupported;

namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>A command of .NET Interactive. It is here so that its namespace can be imported, and to say that it is not supported.</summary>
[Obsolete(Unsupported.Commands, error: true)]
public sealed class KernelCommand
{
    private KernelCommand()
    {
    }
}
