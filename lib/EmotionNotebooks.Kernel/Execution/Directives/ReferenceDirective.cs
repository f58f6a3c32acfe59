using System.Reflection;
using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#r "path.dll"</c>, <c>#r "nuget: Id, Version"</c>, <c>#r "project: x.csproj"</c>.</summary>
internal sealed class ReferenceDirective(CellRunner runner, PackageStore packages) : IDirective
{
    private const string Package = "nuget:";
    private const string Project = "project:";

    /// <summary>The library's views of values, which register themselves when their assembly is referenced.</summary>
    private const string Views = "EmotionNotebooks.Interactive";

    private readonly ProjectBuild _projects = new(runner.Options);

    public string Name => "#r";

    public string Help => "#r \"path.dll\", #r \"nuget: Id, Version\", #r \"project: x.csproj\": use a library";

    public void Run(DirectiveCall call, CellRun cell)
    {
        var what = call.Quoted;
        if (what.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
        {
            AddPackage(PackageReference.Parse(what[Package.Length..]), call);
        }
        else if (what.StartsWith(Project, StringComparison.OrdinalIgnoreCase))
        {
            Reference([_projects.Build(call.FullPath(what[Project.Length..].Trim()), call)]);
        }
        else
        {
            Reference([call.FullPath(what)]);
        }
    }

    private void AddPackage(PackageReference package, DirectiveCall call)
    {
        if (BuiltInPackages.Find(package.Id, runner.Options) is not { } builtIn)
        {
            var restored = packages.Add(package, call);
            foreach (var native in restored.Natives)
            {
                runner.Assemblies.KnowNative(native);
            }

            Reference(restored.Assemblies);
            return;
        }

        Reference(builtIn.Assemblies);
        call.FrontEnd.Write("stdout", $"{package.Id}: {builtIn.Remark}\n");
    }

    private void Reference(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (runner.Assemblies.Reference(path).Any(it => Path.GetFileNameWithoutExtension(it) == Views))
            {
                runner.Assemblies.TypeOf(Views, $"{Views}.NotebookExtension")!.GetMethod("Load", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);
            }
        }
    }
}
