using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Trait("Needs", "Libtorch")]
public class AutogradTests
{
    [Fact]
    public void Should_Accumulate_When_BackwardRunsTwice()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f }).Leaf();
        Assert.True(x.requires_grad);
        Assert.Null(x.grad);

        x.mul(x).sum().backward();
        x.mul(x).sum().backward();

        Assert.Equal([4.0, 8.0], Close.Values(x.grad!));
    }

    [Fact]
    public void Should_Replace_When_GradIsSet()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).Leaf();
        x.sum().backward();
        x.grad = null;
        Assert.Null(x.grad);
        x.mul(3).sum().backward();

        Assert.Equal([3.0, 3.0], Close.Values(x.grad!));
    }

    [Fact]
    public void Should_RecordNothing_When_GradientsAreOff()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).Leaf();
        using (no_grad())
        {
            Assert.False(x.mul(2).requires_grad);
            using (no_grad())
            {
                Assert.False(x.mul(2).requires_grad);
            }

            Assert.False(x.mul(2).requires_grad);
        }

        Assert.True(x.mul(2).requires_grad);
    }

    [Fact]
    public void Should_RecordNothing_When_InInferenceMode()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).Leaf();
        Tensor inside;
        using (inference_mode())
        {
            inside = x.mul(2);
            Assert.False(inside.requires_grad);
        }

        Assert.Equal([2.0, 2.0], Close.Values(inside));
        Assert.True(x.mul(2).requires_grad);
    }

    [Fact]
    public void Should_BeBackOn_When_TheBodyThrew()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).Leaf();
        Assert.ThrowsAny<Exception>(() =>
        {
            using (no_grad())
            {
                x.reshape(3);
            }
        });

        Assert.True(x.mul(2).requires_grad);
    }

    [Fact]
    public async Task Should_BeAThreadsOwnMatter_When_GradientsAreOff()
    {
        using var x = ones(2).Leaf();
        using var off = no_grad();
        var recorded = await Task.Factory.StartNew(() =>
        {
            using var y = x.mul(2);
            return y.requires_grad;
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(recorded);
    }

    [Fact]
    public void Should_CutTheGraph_When_Detached()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).Leaf();
        x.mul(x.detach()).sum().backward();

        Assert.Equal([1.0, 1.0], Close.Values(x.grad!));
    }
}
