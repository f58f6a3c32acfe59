namespace EmotionNotebooks.Cli.Tests;

public sealed class DataAuditTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_Print_A_Summary_And_Write_Page_And_Json()
    {
        // Neither native engine nor decoder can be found: an audit needs none.
        var result = Command.Emotion(_folder.Path, [("EMOTION_NATIVE", _folder.Path)], "data", "audit", "--samples", "200", "--out", "report");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("identical pictures", result.Output, StringComparison.Ordinal);
        Assert.Contains("PrivateTest: 14 withheld and in none of these numbers", result.Output, StringComparison.Ordinal);
        Assert.Contains($"report: {Path.Combine("report", "audit.html")} and audit.json", result.Output, StringComparison.Ordinal);
        Assert.Equal(["audit.html", "audit.json"], Directory.GetFiles(_folder.File("report")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Should_Exit_With_2_When_The_Similarity_Is_Out_Of_Range()
    {
        var result = Command.Emotion(_folder.Path, "data", "audit", "--samples", "200", "--similarity", "0.5");

        Assert.Equal((2, "emotion: --similarity is 0.5; it must be from 0.70 to 1"), (result.ExitCode, result.Error));
    }
}
