using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Trait("Needs", "Libtorch")]
public class RandomTests
{
    [Fact]
    public void Should_DrawFromItsOwnSeed_When_AGeneratorIsGiven()
    {
        using var scope = NewDisposeScope();
        using var first = new Generator(7);
        using var second = new Generator(7);
        using var other = new Generator(8);
        manual_seed(1);
        var shared = Close.Values(randn([10]));

        manual_seed(1);
        var own = Close.Values(randn([10], generator: first));

        Assert.Equal(own, Close.Values(randn([10], generator: second)));
        Assert.NotEqual(own, Close.Values(randn([10], generator: other)));
        Assert.NotEqual(own, Close.Values(randn([10], generator: first)));
        // The shared generator has not moved.
        Assert.Equal(shared, Close.Values(randn([10])));
    }

    [Fact]
    public void Should_Differ_When_SeedDiffers()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var first = Close.Values(noise(10));
        manual_seed(4);

        Assert.NotEqual(first, Close.Values(noise(10)));
    }

    [Fact]
    public void Should_HaveTheMomentsOfTheDistribution_When_Large()
    {
        using var scope = NewDisposeScope();
        manual_seed(11);
        var uniform = Close.Values(rand(20_000));

        Assert.All(uniform, value => Assert.InRange(value, 0, 1 - 1e-9));
        Assert.Equal(0.5, uniform.Average(), 0.01);
        Assert.Equal(1 / 12.0, uniform.Average(value => Math.Pow(value - 0.5, 2)), 0.003);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Should_DropTheShareAndScaleTheRest_When_Training(double p)
    {
        using var scope = NewDisposeScope();
        manual_seed(21);
        const int n = 20_000;
        var x = ones(n).Leaf();
        using var dropout = nn.Dropout(p);
        var y = dropout.call(x);
        y.sum().backward();

        var values = Close.Values(y);
        var scale = 1 / (1 - p);
        Assert.All(values, value => Assert.True(value == 0 || Math.Abs(value - scale) < 1e-5 * scale));
        // Five standard deviations of the binomial share.
        Assert.Equal(p, values.Count(value => value == 0) / (double)n, 5 * Math.Sqrt(p * (1 - p) / n));
        Assert.Equal(values, Close.Values(x.grad!));
    }

    [Fact]
    public void Should_DropOnlyInTraining_When_DropoutIsAModule()
    {
        using var scope = NewDisposeScope();
        manual_seed(22);
        using var dropout = nn.Dropout(0.5);
        var x = ones(1000);
        dropout.train();
        var trained = Close.Values(dropout.call(x));
        dropout.eval();

        Assert.Equal(0.5, trained.Count(value => value == 0) / 1000.0, 0.1);
        Assert.Equal(Close.Values(x), Close.Values(dropout.call(x)));
    }
}
