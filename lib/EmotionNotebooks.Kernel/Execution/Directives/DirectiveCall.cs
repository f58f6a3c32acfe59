using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>One use of a directive.</summary>
/// <param name="Argument">What follows it on its line.</param>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="FrontEnd">Where it shows things.</param>
/// <param name="Interrupted">Cancelled when the cell shall stop.</param>
internal sealed record DirectiveCall(string Argument, string Folder, IFrontEnd FrontEnd, CancellationToken Interrupted)
{
    /// <summary>The argument without its quotes and what follows them.</summary>
    public string Quoted =>
        Argument.StartsWith('"') && Argument.IndexOf('"', 1) is var end and > 0 ? Argument[1..end].Trim() : Argument.Trim();

    /// <summary>A path of the notebook's.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);
}
