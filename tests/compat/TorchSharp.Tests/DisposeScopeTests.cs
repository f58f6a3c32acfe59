using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

[Trait("Needs", "Libtorch")]
public class DisposeScopeTests
{
    [Fact]
    public void Should_FreeWhatWasMadeInside_When_ScopeEnds()
    {
        var outside = ones(2);
        Tensor inside;
        using (NewDisposeScope())
        {
            inside = outside.add(1);
            Assert.False(inside.IsInvalid);
        }

        Assert.True(inside.IsInvalid);
        Assert.False(outside.IsInvalid);
        outside.Dispose();
        Assert.True(outside.IsInvalid);
    }

    [Fact]
    public void Should_FreeOnlyTheInner_When_Nested()
    {
        Tensor first, second, third;
        using (NewDisposeScope())
        {
            first = ones(1);
            using (NewDisposeScope())
            {
                second = ones(1);
            }

            Assert.True(second.IsInvalid);
            third = ones(1);
            Assert.False(first.IsInvalid);
        }

        Assert.True(first.IsInvalid && third.IsInvalid);
    }

    [Fact]
    public void Should_MoveOneScopeOut_When_MovedToOuter()
    {
        using var outer = NewDisposeScope();
        Tensor moved, viaScope, lost;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(1).MoveToOuterDisposeScope();
                viaScope = ones(1).MoveToOuterDisposeScope();
                lost = ones(1);
            }

            Assert.True(lost.IsInvalid);
            Assert.False(moved.IsInvalid || viaScope.IsInvalid);
            viaScope.MoveToOuterDisposeScope();
        }

        Assert.True(moved.IsInvalid);
        Assert.False(viaScope.IsInvalid);
    }

    [Fact]
    public void Should_OutliveEveryScope_When_MovedOutOfTheOutermost()
    {
        Tensor kept;
        using (NewDisposeScope())
        {
            kept = ones(1).MoveToOuterDisposeScope();
        }

        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void Should_OutliveEveryScope_When_Detached()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope())
        {
            kept = ones(1).DetachFromDisposeScope();
        }

        Assert.Equal(1f, kept.item<float>());
        kept.Dispose();
    }

    [Fact]
    public void Should_FreeAndUnwind_When_BodyThrows()
    {
        using var outer = NewDisposeScope();
        Tensor? inside = null;
        Assert.Throws<FormatException>(Fail);

        Assert.True(inside!.IsInvalid);
        var after = ones(1);
        Assert.False(after.IsInvalid);

        void Fail()
        {
            using (NewDisposeScope())
            using (NewDisposeScope())
            {
                inside = ones(1);
                throw new FormatException();
            }
        }
    }

    [Fact]
    public void Should_LeaveParametersAndOutsidersAlone_When_ModuleIsMadeInside()
    {
        torch.nn.Module<Tensor, Tensor> module;
        using (NewDisposeScope())
        {
            module = nn.Linear(2, 2);
        }

        using (NewDisposeScope())
        {
            Assert.Equal([2L, 2], module.call(ones(2, 2)).shape);
        }

        module.Dispose();
    }

    [Fact]
    public void Should_BeHarmless_When_DisposedTwice()
    {
        var scope = NewDisposeScope();
        var tensor = ones(1);
        tensor.Dispose();
        tensor.Dispose();
        scope.Dispose();
        scope.Dispose();

        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public async Task Should_BelongToItsThread_When_SeveralHaveScopes()
    {
        using var scope = NewDisposeScope();
        var mine = ones(1);
        var theirs = await Task.Factory.StartNew(() =>
        {
            var outside = ones(1);
            Tensor inside;
            using (NewDisposeScope())
            {
                inside = ones(1);
            }

            return (outside, inside);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(theirs.inside.IsInvalid);
        Assert.False(theirs.outside.IsInvalid);
        Assert.False(mine.IsInvalid);
        theirs.outside.Dispose();
    }

    [Fact]
    public void Should_KeepGradientsAndLeaves_When_GraphIsFreed()
    {
        var weight = new Parameter(ones(2));
        for (var i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            weight.mul(2).sum().backward();
        }

        using (NewDisposeScope())
        {
            Assert.Equal([6.0, 6.0], Close.Values(weight.grad!));
        }

        weight.Dispose();
    }
}
