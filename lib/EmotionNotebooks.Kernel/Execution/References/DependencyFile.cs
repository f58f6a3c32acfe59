using System.Text.Json;

namespace EmotionNotebooks.Kernel.Execution.References;

/// <summary>The deps.json beside an assembly: what it was built with, for any runtime id that runs here.</summary>
/// <param name="Assemblies">Managed assemblies that there are.</param>
/// <param name="Natives">Native libraries that there are.</param>
internal sealed record DependencyFile(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Natives)
{
    /// <summary>Reads it; empty where there is none.</summary>
    public static DependencyFile Of(string assembly)
    {
        var path = Path.ChangeExtension(assembly, ".deps.json");
        if (!File.Exists(path))
        {
            return new([], []);
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return Read(json.RootElement, Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new([], []); // not one that .NET wrote: the folder alone counts
        }
    }

    private static DependencyFile Read(JsonElement root, string folder)
    {
        var target = root.GetProperty("targets").GetProperty(root.GetProperty("runtimeTarget").GetProperty("name").GetString()!);
        var libraries = root.GetProperty("libraries");
        var assemblies = new List<string>();
        var natives = new List<string>();
        foreach (var library in target.EnumerateObject())
        {
            var package = libraries.TryGetProperty(library.Name, out var about) && about.TryGetProperty("path", out var it) ? it.GetString() : null;
            AddAll("runtime", assemblies);
            AddAll("native", natives);
            if (library.Value.TryGetProperty("runtimeTargets", out var perRuntime))
            {
                foreach (var asset in perRuntime.EnumerateObject().Where(RunsHere).OrderBy(Nearness))
                {
                    Add(asset.Name, asset.Value.GetProperty("assetType").GetString() == "native" ? natives : assemblies);
                }
            }

            void AddAll(string kind, List<string> to)
            {
                if (library.Value.TryGetProperty(kind, out var assets))
                {
                    foreach (var asset in assets.EnumerateObject())
                    {
                        Add(asset.Name, to);
                    }
                }
            }

            void Add(string asset, List<string> to)
            {
                string?[] places =
                [
                    Path.Combine(folder, asset),
                    Path.Combine(folder, Path.GetFileName(asset)),
                    package is null ? null : Path.Combine(PackageFolder, package, asset),
                ];
                if (places.FirstOrDefault(File.Exists) is { } file)
                {
                    to.Add(file);
                }
            }
        }

        return new(assemblies, natives);
    }

    private static bool RunsHere(JsonProperty asset) => NativeLibraries.RuntimeIds.Contains(asset.Value.GetProperty("rid").GetString());

    private static int Nearness(JsonProperty asset) =>
        NativeLibraries.RuntimeIds.ToList().IndexOf(asset.Value.GetProperty("rid").GetString()!);

    private static string PackageFolder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
