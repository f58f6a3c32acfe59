using System.Text.RegularExpressions;

namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "Libtorch")]
public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Test_Every_Pair_And_Write_Every_Figure_When_Networks_Are_Compared_And_Evaluated()
    {
        var weights = new[] { "1", "2" }.Select(Train).ToArray();

        var compared = Command.Emotion(_folder.Path, "compare", weights[0], weights[1], weights[0], "--samples", "200", "--html", _folder.File("compared.html"));
        var figures = _folder.File("figures.json");
        var judged = Command.Emotion(_folder.Path, "evaluate", weights[0], "--samples", "200", "--json", figures, "--html", _folder.File("judged.html"));

        Assert.True(compared.ExitCode == 0, compared.Error);
        foreach (var pair in new[] { "1 – 2", "1 – 3", "2 – 3" })
        {
            Assert.Single(compared.Output.Split('\n'), line => line.StartsWith(pair, StringComparison.Ordinal));
        }

        Assert.Contains("1.0000 exact", compared.Output.Split('\n').Single(line => line.StartsWith("1 – 3", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Cochran's Q", compared.Output, StringComparison.Ordinal);
        Assert.True(judged.ExitCode == 0, judged.Error);
        Assert.Contains("without pictures that are in Training", judged.Output, StringComparison.Ordinal);
        Assert.Contains("Cohen's kappa", judged.Output, StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(figures));
        Assert.Equal("PublicTest", json.RootElement.GetProperty("part").GetString());
        // The pages say what the console says.
        var page = File.ReadAllText(_folder.File("judged.html"));
        Assert.All(Figures(judged.Output, "PublicTest accuracy", "macro F1", "angry"), figure => Assert.Contains(figure, page, StringComparison.Ordinal));
        page = File.ReadAllText(_folder.File("compared.html"));
        Assert.All(Figures(compared.Output, "1  small-vgg", "2  small-vgg"), figure => Assert.Contains(figure, page, StringComparison.Ordinal));
        Assert.Contains("<th scope=\"row\">2. small-vgg – 3. small-vgg</th>", page, StringComparison.Ordinal);
        Assert.Contains($"n = {json.RootElement.GetProperty("n").GetInt32()})", judged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Name_The_Missing_File_Before_Anything_Is_Read()
    {
        var result = Command.Emotion(_folder.Path, "compare", "a.safetensors", "b.safetensors", "--data", "nowhere.csv");

        Assert.Equal((2, "emotion: a.safetensors: no such file; 'emotion train' writes best.safetensors into its folder"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Should_Point_To_Help_When_There_Is_Nothing_To_Compare_With()
    {
        var result = Command.Emotion(_folder.Path, "compare", "a.safetensors");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'emotion compare --help' lists what there is", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The shares and intervals in the lines that begin so.</summary>
    private static string[] Figures(string output, params string[] lines)
    {
        var found = output.Split('\n').Where(line => lines.Any(begin => line.StartsWith(begin, StringComparison.Ordinal)));
        string[] figures = [.. found.SelectMany(line => Regex.Matches(line, @"\d+\.\d\d(–\d+\.\d\d)?%")).Select(match => match.Value)];
        Assert.True(figures.Length >= 2 * lines.Length, output);
        return figures;
    }

    private string Train(string seed)
    {
        var run = _folder.File($"run{seed}");
        var trained = Command.Emotion(_folder.Path, "train", "--samples", "200", "--model", "small-vgg", "--epochs", "1", "--seed", seed, "--out", run);
        Assert.True(trained.ExitCode == 0, trained.Error);
        return Path.Combine(run, "best.safetensors");
    }
}
