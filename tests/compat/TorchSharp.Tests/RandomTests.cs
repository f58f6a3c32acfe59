using TorchSharp.Tests.Support;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

[Trait("Needs", "Libtorch")]
public class RandomTests
{
    [Fact]
    public void Should_Repeat_When_StateIsPutBack()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var state = get_rng_state();
        var first = Close.Values(rand(10));
        var second = Close.Values(rand(10));
        set_rng_state(state);

        Assert.Equal(first, Close.Values(rand(10)));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Should_Differ_When_SeedDiffers()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var first = Close.Values(randn(10));
        manual_seed(4);

        Assert.NotEqual(first, Close.Values(randn(10)));
    }

    [Fact]
    public void Should_HaveTheMomentsOfTheDistribution_When_Large()
    {
        using var scope = NewDisposeScope();
        manual_seed(11);
        var uniform = Close.Values(rand(20_000));
        var normal = Close.Values(randn(20_000));

        Assert.All(uniform, value => Assert.InRange(value, 0, 1 - 1e-9));
        Assert.Equal(0.5, uniform.Average(), 0.01);
        Assert.Equal(0, normal.Average(), 0.03);
        Assert.Equal(1, normal.Average(value => value * value), 0.05);
    }

    [Fact]
    public void Should_DrawByWeight_When_Sampled()
    {
        using var scope = NewDisposeScope();
        manual_seed(12);
        var drawn = tensor([1f, 0f, 3f]).multinomial(10_000, replacement: true).data<long>().ToArray();
        var coins = Close.Values(zeros(10_000).bernoulli_(0.2));

        Assert.Equal(0.25, drawn.Count(i => i == 0) / 10_000.0, 0.025);
        Assert.DoesNotContain(1L, drawn);
        Assert.Equal([0L, 2], multinomial(tensor([1f, 0f, 3f]), 2).data<long>().ToArray().Order());
        Assert.All(coins, coin => Assert.True(coin is 0 or 1));
        Assert.Equal(0.2, coins.Average(), 0.025);
    }

    [Fact]
    public void Should_RememberTheSeed_When_Asked()
    {
        using var scope = NewDisposeScope();
        manual_seed(77);
        Assert.Equal(77, initial_seed());
        var chosen = seed();
        Assert.Equal(chosen, initial_seed());
        var first = Close.Values(rand(4));
        manual_seed(chosen);

        Assert.Equal(first, Close.Values(rand(4)));
        manual_seed(0);
    }

    [Fact]
    public void Should_HoldEveryIndexOnce_When_Permuted()
    {
        using var scope = NewDisposeScope();
        var order = randperm(1000).data<long>().ToArray();

        Assert.NotEqual(Enumerable.Range(0, 1000).Select(i => (long)i), order);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), order.Order());
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
        var x = ones(n).requires_grad_();
        var y = F.dropout(x, p, training: true);
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
        Assert.Equal(Close.Values(x), Close.Values(F.dropout(x, 0.5, training: false)));
    }
}
