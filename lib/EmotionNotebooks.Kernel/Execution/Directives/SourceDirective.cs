using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#i "nuget: URL"</c>.</summary>
internal sealed class SourceDirective(PackageStore packages) : IDirective
{
    private const string Prefix = "nuget:";

    public string Name => "#i";

    public string Help => "#i \"nuget: https://…/index.json\", #i \"nuget: folder\": look for packages there as well";

    public void Run(DirectiveCall call, CellRun cell)
    {
        var what = call.Quoted;
        var source = what.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? what[Prefix.Length..].Trim() : "";
        if (source.Length == 0)
        {
            throw new DirectiveException($"#i {call.Argument}: expected #i \"nuget: URL or folder\"");
        }

        packages.AddSource(Uri.IsWellFormedUriString(source, UriKind.Absolute) ? source : call.FullPath(source));
    }
}
