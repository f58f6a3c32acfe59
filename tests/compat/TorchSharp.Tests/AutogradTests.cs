using TorchSharp.Tests.Support;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Trait("Needs", "Libtorch")]
public class AutogradTests
{
    [Fact]
    public void Should_Accumulate_When_BackwardRunsTwice()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f }).requires_grad_();
        Assert.True(x.requires_grad && x.is_leaf);
        Assert.Null(x.grad);

        x.mul(x).sum().backward();
        x.mul(x).sum().backward();

        Assert.Equal([4.0, 8.0], Close.Values(x.grad!));
    }

    [Fact]
    public void Should_Replace_When_GradIsSet()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
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
        var x = ones(2).requires_grad_();
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
        Assert.False(x.mul(2).is_leaf);
    }

    [Fact]
    public void Should_RecordNothing_When_InInferenceMode()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
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
    public void Should_BeAsTold_When_SwitchedByHand()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        Assert.True(is_grad_enabled());
        using (set_grad_enabled(false))
        {
            Assert.False(is_grad_enabled());
            using (enable_grad())
            {
                Assert.True(x.mul(2).requires_grad);
            }
        }

        Assert.False(is_inference_mode_enabled());
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
        }

        Assert.False(ones(2).with_requires_grad(false).requires_grad);
        x.requires_grad = false;
        Assert.False(x.requires_grad);
    }

    [Fact]
    public void Should_Clip_When_TheNormIsTooLarge()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (nn.Parameter(zeros(2)), nn.Parameter(zeros(1)));
        first.mul(tensor([2f, 3f])).sum().add(second.mul(6).sum()).backward();

        Assert.Equal(7, nn.utils.clip_grad_norm_([first, second], 3.5), 5);
        Close.Equal([1, 1.5], Close.Values(first.grad!), Tolerance.Single, "first");
        Close.Equal([3], Close.Values(second.grad!), Tolerance.Single, "second");
        Assert.Equal(3.5, nn.utils.clip_grad_norm_([first, second], 100), 5);
        Close.Equal([3], Close.Values(second.grad!), Tolerance.Single, "second, within the limit");
    }

    [Fact]
    public void Should_BeBackOn_When_TheBodyThrew()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        Assert.ThrowsAny<Exception>(() =>
        {
            using (no_grad())
            {
                x.view(3);
            }
        });

        Assert.True(x.mul(2).requires_grad);
    }

    [Fact]
    public async Task Should_BeAThreadsOwnMatter_When_GradientsAreOff()
    {
        using var x = ones(2).requires_grad_();
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
        var x = ones(2).requires_grad_();
        x.mul(x.detach()).sum().backward();

        Assert.Equal([1.0, 1.0], Close.Values(x.grad!));
    }
}
