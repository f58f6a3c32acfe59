using EmotionNotebooks.Compat;

namespace Plotly.NET;

/// <summary>
/// plotly.js, which the package carries as a resource and this subset finds on the machine: EMOTION_PLOTLY, the folder of
/// this assembly or of the program, or <c>.emotion/npm</c> in one of them or in a folder above it.
/// </summary>
internal static class PlotlyScript
{
    public const string Version = "2.27.1";

    private const string FileName = "plotly.min.js";

    public static string Read()
    {
        var path = Find(Environment.GetEnvironmentVariable("EMOTION_PLOTLY"), AssemblyHomes.Of(typeof(PlotlyScript).Assembly));
        var script = File.ReadAllText(path);
        return script.Contains("</script", StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidDataException($"{path} holds '</script', so it cannot be embedded in a page.")
            : script;
    }

    internal static string Find(string? configured, IReadOnlyList<string> folders)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            var file = Directory.Exists(configured) ? Path.Combine(configured, FileName) : configured;
            return File.Exists(file)
                ? file
                : throw new FileNotFoundException($"EMOTION_PLOTLY names '{configured}', where there is no {FileName}; run ./emotion setup plots", file);
        }

        return folders.Select(InOrAbove).FirstOrDefault(path => path is not null)
            ?? throw new FileNotFoundException($"plotly.js {Version} is not on this machine; run ./emotion setup plots", FileName);
    }

    private static string? InOrAbove(string folder)
    {
        var beside = Path.Combine(folder, FileName);
        if (File.Exists(beside))
            return beside;

        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            var file = Path.Combine(parent.FullName, ".emotion", "npm", "node_modules", "plotly.js-dist-min", FileName);
            if (File.Exists(file))
                return file;
        }

        return null;
    }
}
