using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>A kernel that Jupyter finds.</summary>
/// <param name="Name">The name that notebooks ask for: its folder's.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="DisplayName">The name that people see.</param>
/// <param name="Version">Which version of ours it is; null where it is another's.</param>
internal sealed record InstalledKernel(string Name, string Folder, string DisplayName, string? Version)
{
    private const string File = "kernel.json";

    /// <summary>The kernels of a folder of kernels, by name.</summary>
    public static IEnumerable<InstalledKernel> In(string kernels) =>
        Directory.Exists(kernels)
            ? Directory.GetDirectories(kernels).Order(StringComparer.Ordinal).Select(folder => At(kernels, Path.GetFileName(folder))).OfType<InstalledKernel>()
            : [];

    /// <summary>The kernel of a name; null where there is none.</summary>
    /// <param name="kernels">A folder of kernels.</param>
    /// <param name="name">The name.</param>
    public static InstalledKernel? At(string kernels, string name)
    {
        var folder = Path.Combine(kernels, name);
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        try
        {
            var specification = JsonNode.Parse(System.IO.File.ReadAllText(path)) as JsonObject;
            return new InstalledKernel(
                name, folder, TextOf(specification?["display_name"]) ?? name, TextOf((specification?["metadata"] as JsonObject)?[KernelProgram.Mark]));
        }
        catch (JsonException)
        {
            return new InstalledKernel(name, folder, $"{name} ({File} is no JSON)", null);
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
