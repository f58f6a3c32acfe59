using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using EmotionNotebooks.Kernel.Execution.References;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>
/// Packages from a registry, by <c>dotnet restore</c> of a project that is made for them. Each set of packages has a folder in the cache;
/// a set that was restored before needs no network, and no time.
/// </summary>
internal sealed class PackageStore(InterpreterOptions options)
{
    private const string Done = "restored"; // NuGet writes its list also where packages are missing

    private readonly SortedDictionary<string, PackageReference> _wanted = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary>Looks for packages in one more place.</summary>
    public void AddSource(string source)
    {
        if (!_sources.Contains(source))
        {
            _sources.Add(source);
        }
    }

    /// <summary>Adds a package to those of the notebook.</summary>
    /// <returns>What all of them bring; the versions fit together.</returns>
    /// <exception cref="DirectiveException">The registry does not have it, or can't be reached, or there is a conflict.</exception>
    public RestoredPackages Add(PackageReference package, DirectiveCall call)
    {
        if (_wanted.TryGetValue(package.Id, out var before) && package.Version is not null && before.Version != package.Version)
        {
            throw new DirectiveException($"{package.Id}: this notebook uses version {before.Version ?? "(the newest)"} already, and now asks for {package.Version}; restart the kernel to change it");
        }

        var wanted = new SortedDictionary<string, PackageReference>(_wanted, StringComparer.OrdinalIgnoreCase) { [package.Id] = before ?? package };
        var project = Project(wanted.Values);
        var folder = Path.Combine(options.CacheFolder, "packages", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        var restored = Read(folder) ?? Restore(folder, project, package, call);
        _wanted[package.Id] = before ?? package;
        return restored;
    }

    private string Project(IEnumerable<PackageReference> packages) => new XElement(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", "net10.0"),
            new XElement("ManagePackageVersionsCentrally", "false"),
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources))),
        new XElement(
            "ItemGroup",
            packages.Select(it => new XElement("PackageReference", new XAttribute("Include", it.Id), new XAttribute("Version", it.Version ?? "*"))))).ToString();

    private RestoredPackages Restore(string folder, string project, PackageReference package, DirectiveCall call)
    {
        call.FrontEnd.Write("stdout", $"restoring {package.Id}{(package.Version is { } version ? $" {version}" : "")} …\n");
        Directory.CreateDirectory(folder);
        // What a project above the cache folder says does not hold here.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "notebook.csproj"), project);
        var (succeeded, output) = DotnetTool.Run(options, folder, call.Interrupted, "restore", "notebook.csproj", "--nologo", "-v:q");
        if (!succeeded)
        {
            throw new DirectiveException($"{package.Id}{(package.Version is { } asked ? $" {asked}" : "")} could not be restored:\n{DotnetTool.Errors(output)}");
        }

        File.WriteAllText(Path.Combine(folder, Done), "");
        return Read(folder) ?? throw new DirectiveException($"{package.Id}: dotnet restore left no list of files in {folder}");
    }

    /// <summary>What a folder's restore found; null where there was none, or its files are gone.</summary>
    private static RestoredPackages? Read(string folder)
    {
        var path = Path.Combine(folder, "obj", "project.assets.json");
        if (!File.Exists(path) || !File.Exists(Path.Combine(folder, Done)))
        {
            return null;
        }

        JsonNode assets;
        try
        {
            assets = JsonNode.Parse(File.ReadAllText(path))!;
        }
        catch (JsonException)
        {
            return null; // a restore that was killed
        }

        var roots = assets["packageFolders"]!.AsObject().Select(it => it.Key).ToArray();
        var (assemblies, natives) = (new List<string>(), new List<string>());
        foreach (var (name, parts) in assets["targets"]!.AsObject().First().Value!.AsObject())
        {
            if (assets["libraries"]?[name]?["path"] is not { } place)
            {
                continue;
            }

            var specific = Specific(parts!["runtimeTargets"] as JsonObject);
            natives.AddRange(Files(specific.Where(it => it.Kind == "native").Select(it => it.File)));
            var own = specific.Where(it => it.Kind == "runtime").Select(it => it.File).ToArray();
            var general = (parts["runtime"] as JsonObject)?.Select(it => it.Key) ?? [];
            assemblies.AddRange(Files(own.Concat(general.Where(file => own.All(it => Path.GetFileName(it) != Path.GetFileName(file))))));

            IEnumerable<string> Files(IEnumerable<string> files) => files.Where(file => !file.EndsWith("_._", StringComparison.Ordinal))
                .Select(file => roots.Select(root => Path.Combine(root, (string)place!, file)).FirstOrDefault(File.Exists) ?? "");
        }

        return assemblies.Concat(natives).Contains("") ? null : new(assemblies, natives);
    }

    // Of what is meant for other machines nothing; of what is meant for this one the nearest.
    private static IReadOnlyList<(string File, string Kind)> Specific(JsonObject? targets) =>
        [.. (targets ?? []).Select(it => (File: it.Key, Kind: (string?)it.Value!["assetType"] ?? "", Rank: NativeLibraries.RuntimeIds.ToList().IndexOf((string?)it.Value["rid"] ?? "")))
            .Where(it => it.Rank >= 0)
            .GroupBy(it => (it.Kind, Path.GetFileName(it.File)))
            .Select(same => same.MinBy(it => it.Rank))
            .Select(it => (it.File, it.Kind))];
}
