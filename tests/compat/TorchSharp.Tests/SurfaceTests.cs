using EmotionNotebooks.Compat.Tests;
using TorchSharp.Tests.Support;

namespace TorchSharp.Tests;

/// <summary>lib/compat holds as much as the library and the notebooks use: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public class SurfaceTests
{
    // What the tests themselves stand on, beyond what the library uses; each with its reason.
    private static readonly Dictionary<string, string> Tools = new()
    {
        ["TorchSharp.torch+Tensor.item"] = "one value, of its own type",
        ["TorchSharp.torch+Tensor.is_contiguous"] = "memory layouts, seen",
        ["TorchSharp.torch+optim+Optimizer.zero_grad"] = "steps over parameters without a module",
    };

    [Fact]
    public void Should_BeUsedBySomeone_When_Public()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        var unused = Surface.Unused(Seam.Engine.Location, Users(), Ignored, NotebookWords.In("notebooks")).Where(member => !Tools.ContainsKey(member)).ToArray();

        Assert.True(unused.Length == 0, $"{unused.Length} public members that nobody uses:{Environment.NewLine}{string.Join(Environment.NewLine, unused)}");
    }

    [Fact]
    public void Should_BeNeeded_When_AToolOfTheTests()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        var unused = Surface.Unused(Seam.Engine.Location, Users(), Ignored);
        var withTests = Surface.Unused(Seam.Engine.Location, [.. Users(), typeof(SurfaceTests).Assembly.Location], Ignored);

        Assert.True(Tools.Keys.All(unused.Contains), $"no tools, for the library uses them or they do not exist: {string.Join(", ", Tools.Keys.Except(unused))}");
        Assert.True(!Tools.Keys.Any(withTests.Contains), $"tools that no test uses: {string.Join(", ", Tools.Keys.Intersect(withTests))}");
    }

    [Fact]
    public void Should_ListWhatIsUnused_When_ReadFromThisVeryAssembly()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        var unused = Surface.Unused(Seam.Engine.Location, [typeof(SurfaceTests).Assembly.Location], Ignored);

        Assert.DoesNotContain(unused, member => member.StartsWith("TorchSharp.torch+Tensor.relu_", StringComparison.Ordinal));
        Assert.DoesNotContain(unused, member => member.StartsWith("TorchSharp.torch+Tensor.shape", StringComparison.Ordinal));
        Assert.DoesNotContain("TorchSharp.Modules.Conv2d", unused);
        var all = Surface.Unused(Seam.Engine.Location, [], Ignored);
        Assert.Contains("TorchSharp.torch+Tensor", all);
        Assert.True(all.Count > 10);
    }

    private static bool Ignored(string type) => type == "TorchSharp.Acceleration";

    // The library, the command line and the benchmark, beside .../bin/<stack>/<configuration>/<framework>/ of this test.
    private static string[] Users()
    {
        string[] users = [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "lib"))
            .Append(Path.Combine(Repository.Root, "tests", "bench", "EngineBench"))
            .Select(project => Path.Combine(project, Built.Folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(file => Path.GetFileName(file) is var name
                && (name is "emotion.dll" or "EngineBench.dll" || name.StartsWith("EmotionNotebooks", StringComparison.Ordinal))
                && !name.StartsWith("EmotionNotebooks.Compat.", StringComparison.Ordinal))
            .DistinctBy(Path.GetFileName)];
        string[] missing = [.. new[] { "EmotionNotebooks.dll", "emotion.dll", "EngineBench.dll" }.Except(users.Select(user => Path.GetFileName(user)!))];
        Assert.True(missing.Length == 0, $"Build first what uses the engine: no {string.Join(", ", missing)} in {Built.Folder} under lib/* or tests/bench/EngineBench.");
        return users;
    }
}
