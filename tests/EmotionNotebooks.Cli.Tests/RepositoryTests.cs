namespace EmotionNotebooks.Cli.Tests;

/// <summary>What must hold of the repository itself.</summary>
public sealed class RepositoryTests
{
    private static readonly string[] Tracked = ListTracked();

    [Fact]
    public void Should_Hold_Nothing_Else_At_The_Top()
    {
        string[] allowed =
        [
            "notebooks", "lib", "tests", "data", "EmotionNotebooks.sln", "README.md", "environment.md", "LICENSE", "emotion",
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json",
        ];

        var top = Tracked.Select(path => path.Split('/')[0]).Distinct().Where(name => !name.StartsWith('.'));

        Assert.Empty(top.Except(allowed));
    }

    [Fact]
    public void Should_Hold_No_Large_File()
    {
        Assert.All(Tracked, path => Assert.True(new FileInfo(Path.Combine(Command.Root, path)).Length < 30_000_000, path));
    }

    [Fact]
    public void Should_Mirror_The_Library_In_Its_Tests()
    {
        // tests/X.Tests/A/BTests.cs stands for lib/X/A/B.cs; a folder of tests without a folder of code is a leftover.
        var folders = Tracked.Where(path => path.StartsWith("tests/EmotionNotebooks.Tests/", StringComparison.Ordinal))
            .Select(path => path.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]).Distinct();

        Assert.All(folders, folder => Assert.Contains(Tracked, path => path.StartsWith($"lib/EmotionNotebooks/{folder}/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_List_Every_Project_In_The_Solution()
    {
        var solution = File.ReadAllText(Path.Combine(Command.Root, "EmotionNotebooks.sln"));

        Assert.All(
            Tracked.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)),
            path => Assert.Contains(path.Replace('/', '\\'), solution, StringComparison.Ordinal));
    }

    /// <summary>What git tracks; in a copy without git, whatever lies outside the folders that builds and runs make.</summary>
    private static string[] ListTracked()
    {
        if (Path.Exists(Path.Combine(Command.Root, ".git")))
        {
            return Command.Run(Command.Root, [], "git", "-c", "safe.directory=*", "ls-files").Output.Split('\n', StringSplitOptions.TrimEntries);
        }

        string[] made = ["bin", "obj", ".emotion", "artifacts", "TestResults"];
        return [.. Directory.EnumerateFiles(Command.Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Command.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(made.Contains))];
    }
}
