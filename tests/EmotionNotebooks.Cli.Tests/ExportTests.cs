using EmotionNotebooks.Export.Onnx;

namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "Libtorch")]
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Write_Three_Forms_Of_The_Shipped_Network_And_Say_What_Each_Costs()
    {
        var result = Command.Emotion(_folder.Path, "export", "--samples", "200", "-o", "out");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("batch norms  folded", result.Output, StringComparison.Ordinal);
        Assert.Contains("int8 is calibrated on drawn sample faces", result.Output, StringComparison.Ordinal);
        var sizes = new[] { "fp32", "fp16", "int8" }.Select(form => new FileInfo(_folder.File($"out/fer-resnet-votes.{form}.onnx")).Length).ToArray();
        Assert.InRange((double)sizes[1] / sizes[0], 0.49, 0.53);
        Assert.InRange((double)sizes[2] / sizes[0], 0.24, 0.29);
        Assert.Equal(3, result.Output.Split('\n').Count(line => line.Contains(" points ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_Leave_Batch_Norms_When_Nothing_Is_To_Be_Optimised()
    {
        var byOption = Command.Emotion(_folder.Path, "export", "--samples", "100", "-o", "a", "--no-optimise");
        var byVariable = Command.Emotion(_folder.Path, [("OPTIMISE", "0")], "export", "--samples", "100", "-o", "b");

        Assert.True(byOption.ExitCode == 0, byOption.Error);
        Assert.True(byVariable.ExitCode == 0, byVariable.Error);
        Assert.Contains("no optimisation (from OPTIMISE=0)", byVariable.Output, StringComparison.Ordinal);
        Assert.Equal(["fer-resnet-votes.fp32.onnx"], Directory.GetFiles(_folder.File("a")).Select(Path.GetFileName));
        Assert.Equal(File.ReadAllBytes(_folder.File("a/fer-resnet-votes.fp32.onnx")), File.ReadAllBytes(_folder.File("b/fer-resnet-votes.fp32.onnx")));
        Assert.Equal("as trained", OnnxModel.Load(_folder.File("a/fer-resnet-votes.fp32.onnx")).Metadata["batch_norms"]);
    }

    [Theory]
    [InlineData("--no-optimise writes fp32 alone, and --to asks for int8; leave out one or the other", "--no-optimise", "--to", "int8")]
    [InlineData("--to is 'fp8'; it must be one of fp32, fp16, int8", "--to", "fp8")]
    [InlineData("--precision is bf16; exports are compared with the library in fp32", "--precision", "bf16")]
    [InlineData("nowhere.safetensors: no such file; 'emotion train' writes best.safetensors into its folder", "nowhere.safetensors")]
    public void Should_Say_What_Is_Right(string message, params string[] words)
    {
        var result = Command.Emotion(_folder.Path, ["export", .. words]);

        Assert.Equal((2, $"emotion: {message}"), (result.ExitCode, result.Error));
    }

    public void Dispose() => _folder.Dispose();
}
