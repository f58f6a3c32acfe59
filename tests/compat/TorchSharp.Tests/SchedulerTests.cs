using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;
using static TorchSharp.Tests.Support.Make;

namespace TorchSharp.Tests;

/// <summary>Every scheduler against PyTorch (and where they differ, TorchSharp: see <see cref="SchedulerTable"/>).</summary>
[Trait("Needs", "Libtorch")]
public class SchedulerTests
{
    private static readonly Tolerance Rate = new(1e-12, 1e-15);

    public static TheoryData<string> Cases => Fixtures.Names("schedulers.json", "scheduler");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_EqualPyTorch_When_Stepped(string name)
    {
        using var scope = torch.NewDisposeScope();
        var json = Fixtures.Of("schedulers.json", "scheduler")[name];
        var rates = json.GetProperty("rates").EnumerateArray().Select(item => item.GetDouble()).ToArray();
        var weights = json.GetProperty("weights").EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetDouble()).ToArray()).ToArray();
        var weight = new Parameter(torch.tensor(new[] { 1f, -2f }).to(torch.ScalarType.Float64));
        using var optimizer = torch.optim.SGD([weight], json.GetProperty("lr").GetDouble(),
            momentum: new Arguments(json.GetProperty("optimizer")).Real("momentum", 0));
        var scheduler = SchedulerTable.Entries[json.GetProperty("scheduler").GetString()!](optimizer, new(json.GetProperty("args")));

        Check(0);
        for (var i = 1; i < rates.Length; i++)
        {
            optimizer.zero_grad();
            weight.mul(weight).sum().backward();
            optimizer.step();
            // The weight shows what no member shows: the momentum that OneCycleLR cycles.
            Close.Equal(weights[i - 1], Close.Values(weight), new(1e-10, 1e-12), $"weight at step {i}");
            scheduler.step();
            Check(i);
        }

        void Check(int step) => Close.Equal([rates[step]], [optimizer.ParamGroups.Single().LearningRate], Rate, $"rate at step {step}");
    }

    [Fact]
    public void Should_Throw_When_OneCycleIsSteppedPastItsEnd()
    {
        using var scope = torch.NewDisposeScope();
        using var optimizer = torch.optim.SGD([new Parameter(ones(1))], 0.1, momentum: 0.9);
        var scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps: 3);

        Assert.Throws<InvalidOperationException>(() =>
        {
            for (var i = 0; i < 4; i++)
            {
                scheduler.step();
            }
        });
    }

    [Fact]
    public void Should_Refuse_When_SequenceAndMilestonesDisagree()
    {
        using var scope = torch.NewDisposeScope();
        using var optimizer = torch.optim.SGD([new Parameter(ones(1))], 0.1);
        var first = torch.optim.lr_scheduler.LinearLR(optimizer);
        var second = torch.optim.lr_scheduler.StepLR(optimizer, 2);

        Assert.Throws<ArgumentException>(() => torch.optim.lr_scheduler.SequentialLR(optimizer, [first, second], [2, 4]));
    }
}
