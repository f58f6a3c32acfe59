using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Tests;

public sealed class ComputeReportTests
{
    [Fact]
    [Trait("Needs", "Libtorch")]
    public void Should_say_what_training_chose_when_shown()
    {
        var report = ComputeReport.Of(new TrainingOptions { Device = "cpu", Precision = Precision.Fp32, Threads = 1 });

        Assert.Equal(("cpu", "fp32", 1), (report.Device, report.Precision, report.Threads));
        Assert.True(report.Memory > 1 << 28);
        var text = Shown.Plain(report);
        Assert.Matches("device +cpu", text);
        Assert.Contains(report.Engine, text, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\" class=\"words\">precision</th>", Shown.Html(report), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Needs", "Nothing")]
    [InlineData("NVIDIA H200, 143771\n", 0, "NVIDIA H200", 143771L << 20)]
    [InlineData("NVIDIA A, B, 1\nNVIDIA C, 2\n", 1, "NVIDIA C", 2L << 20)]
    [InlineData("NVIDIA A, B, 1\n", 0, "NVIDIA A, B", 1L << 20)]
    [InlineData("NVIDIA A, [N/A]\n", 0, "NVIDIA A", null)]
    [InlineData("No devices were found\n", 0, null, null)]
    [InlineData("", 0, null, null)]
    public void Should_know_name_and_memory_when_the_driver_tells(string output, int index, string? name, long? memory) =>
        Assert.Equal((name, memory), ComputeReport.ReadGpu(output, index));
}
