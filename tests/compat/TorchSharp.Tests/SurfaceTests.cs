using System.Text.Json;
using System.Text.RegularExpressions;
using TorchSharp.Tests.Support;

namespace TorchSharp.Tests;

/// <summary>lib/compat holds as much as the library and the notebooks use: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public partial class SurfaceTests
{
    [Fact]
    public void Should_BeUsedBySomeone_When_Public()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        // .../bin/<stack>/<configuration>/<framework>/, as for this test.
        var where = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var output = Path.Combine("bin", where.Parent!.Parent!.Name, where.Parent.Name, where.Name);
        string[] users = [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "lib"))
            .Select(project => Path.Combine(project, output))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(file => Path.GetFileName(file) is var name
                && (name == "emotion.dll" || name.StartsWith("EmotionNotebooks", StringComparison.Ordinal))
                && !name.StartsWith("EmotionNotebooks.Compat.", StringComparison.Ordinal))
            .DistinctBy(Path.GetFileName)];
        Assert.True(users.Any(user => Path.GetFileName(user) == "EmotionNotebooks.dll"), $"Build the library first: no EmotionNotebooks.dll under lib/*/{output}.");

        var unused = Surface.Unused(Seam.Engine.Location, users, type => type == "TorchSharp.Acceleration", NotebookWords());

        Assert.True(unused.Count == 0, $"{unused.Count} public members that nobody uses:{Environment.NewLine}{string.Join(Environment.NewLine, unused)}");
    }

    [Fact]
    public void Should_ListWhatIsUnused_When_ReadFromThisVeryAssembly()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        var unused = Surface.Unused(Seam.Engine.Location, [typeof(SurfaceTests).Assembly.Location], type => type == "TorchSharp.Acceleration");

        // These tests call add and relu, and never a name like this one.
        Assert.DoesNotContain(unused, member => member.StartsWith("TorchSharp.torch+Tensor.relu(", StringComparison.Ordinal));
        Assert.DoesNotContain(unused, member => member.StartsWith("TorchSharp.torch+Tensor.shape", StringComparison.Ordinal));
        Assert.DoesNotContain("TorchSharp.Modules.Conv2d", unused);
        var all = Surface.Unused(Seam.Engine.Location, [], type => type == "TorchSharp.Acceleration");
        Assert.Contains("TorchSharp.torch+Tensor", all);
        Assert.True(all.Count > 10);
    }

    // Words of the notebooks' code cells, whose use no metadata shows.
    private static HashSet<string> NotebookWords()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var folder = Path.Combine(Repository.Root, "notebooks");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories) : [])
        {
            using var notebook = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var cell in notebook.RootElement.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code"))
            {
                var source = cell.GetProperty("source");
                var code = source.ValueKind == JsonValueKind.Array ? string.Concat(source.EnumerateArray().Select(line => line.GetString())) : source.GetString()!;
                words.UnionWith(Word().Matches(code).Select(match => match.Value));
            }
        }

        return words;
    }

    [GeneratedRegex(@"\b[A-Za-z_][A-Za-z0-9_]*\b")]
    private static partial Regex Word();
}
