using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#r "path.dll"</c>, <c>#r "nuget: Id, Version"</c>, <c>#r "project: x.csproj"</c>.</summary>
internal sealed class ReferenceDirective(CellRunner runner) : IDirective
{
    public string Name => "#r";

    public string Help => "#r \"path.dll\", #r \"nuget: Id, Version\", #r \"project: x.csproj\": use a library";

    public void Run(DirectiveCall call)
    {
        runner.Assemblies.Reference(call.FullPath(call.Quoted));
    }
}
