using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Libtorch")]
public sealed class LearningRateFinderTests
{
    private static readonly TrainingOptions Options = new()
    {
        Model = "nine-conv",
        BatchSize = 16,
        Optimizer = OptimizerKind.AdamW,
        Device = "cpu",
        Deterministic = true,
        Threads = 2,
    };

    [Fact]
    public void Should_Suggest_A_Rate_Between_Too_Slow_And_Diverging_And_Leave_The_Weights_Alone()
    {
        manual_seed(1);
        using var network = ModelCatalog.Find(Options.Model).Create(7);
        using var scope = NewDisposeScope();
        var before = Bytes(network);
        var told = new List<double>();

        var sweep = new LearningRateFinder(network, Options, ComputeTarget.Choose(Options)) { From = 1e-7, To = 10, Steps = 60 }
            .Run(FakeFaces.Bars(98, Split.Training), told.Add);

        Assert.Equal(before, Bytes(network));
        Assert.InRange(sweep.Suggested, 1e-5, 1);
        Assert.Equal(1e-7, sweep.LearningRates[0], 1e-12);
        Assert.Equal(sweep.LearningRates[1] / sweep.LearningRates[0], sweep.LearningRates[^1] / sweep.LearningRates[^2], 1e-6);
        Assert.True(sweep.Losses.Min() < sweep.Losses[0]);
        Assert.Equal(sweep.LearningRates.Count, told.Count);
        Assert.All(told, share => Assert.InRange(share, 0, 1));
    }

    [Theory]
    [InlineData(0, 1, 100, "go up from above 0")]
    [InlineData(1e-3, 1e-3, 100, "go up from")]
    [InlineData(1e-5, 1, 19, "at least 20")]
    public void Should_Refuse_What_Is_No_Sweep(double from, double to, int steps, string why)
    {
        using var network = ModelCatalog.Find(Options.Model).Create(7);
        var finder = new LearningRateFinder(network, Options, ComputeTarget.Choose(Options)) { From = from, To = to, Steps = steps };

        Assert.Contains(why, Assert.Throws<ArgumentException>(() => finder.Run(FakeFaces.Bars(98, Split.Training))).Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(nn.Module network) => [.. network.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .SelectMany(entry => entry.Value.detach().contiguous().bytes.ToArray())];
}
