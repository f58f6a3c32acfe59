using System.Runtime.CompilerServices;
using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Nothing leaks: counted where the engine can count, and by the size of the process everywhere.</summary>
[Trait("Needs", "Libtorch")]
public class LifetimeTests
{
    private const int Rounds = 10_000;

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_CountHandles_When_MadeAndDisposed()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        var before = Seam.LiveHandles();
        var one = ones(3);
        var two = one.reshape(3, 1);
        Assert.Equal(before + 2, Seam.LiveHandles());
        one.Dispose();
        Assert.Equal(before + 1, Seam.LiveHandles());
        Assert.Equal([1.0, 1.0, 1.0], Close.Values(two));
        two.Dispose();

        Assert.Equal(before, Seam.LiveHandles());
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_BeFreedByTheFinalizer_When_Forgotten()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        Memory.Collect();
        var before = Seam.LiveHandles();
        Forget();
        Assert.True(Seam.LiveHandles() > before);
        Memory.Collect();

        Assert.Equal(before, Seam.LiveHandles());

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget()
        {
            for (var i = 0; i < 100; i++)
            {
                _ = ones(10).add(1);
            }

            var module = nn.Linear(3, 3);
            var optimizer = optim.SGD(module.parameters(), 0.1, momentum: 0.9);
            module.call(ones(2, 3)).sum().backward();
            optimizer.step();
        }
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_NotGrow_When_OperatorsRunInScopes()
    {
        using var scope = NewDisposeScope();
        var x = ones(1000);
        Flat(() =>
        {
            using var inner = NewDisposeScope();
            x.mul(2).add(x).relu_().reshape(10, 100).sum([1]).argmax().item<long>();
        });
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_NotGrow_When_DataCrossesTheBoundary()
    {
        var values = new float[1000];
        var bytes = new byte[4000];
        Flat(() =>
        {
            using var inner = NewDisposeScope();
            var made = tensor(values, new long[] { 10, 100 });
            made.data<float>().ToArray();
            made.bytes.CopyTo(bytes);
            made.bytes = bytes;
        });
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_NotGrow_When_ErrorsAreThrown()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3);
        Flat(() => Assert.ThrowsAny<Exception>(() => x.reshape(4)), Rounds / 5);
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_NotGrow_When_NetIsTrained()
    {
        using var outer = NewDisposeScope();
        manual_seed(1);
        using var net = new SmallNet();
        using var optimizer = optim.SGD(net.parameters(), 0.01, momentum: 0.9);
        var input = noise(2, 1, 8, 8);
        var labels = tensor(new long[] { 1, 5 });
        Flat(() =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(net.call(input), labels).backward();
            optimizer.step();
        }, Rounds / 10);
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_NotGrow_When_ModulesAreMadeAndDisposed() => Flat(() =>
    {
        using var net = new SmallNet();
        _ = net.state_dict().Count;
    }, Rounds / 10);

    // A warm-up settles caches and pools. A leak of one small tensor a round shows in the count. Native memory that no
    // handle owns (an error's text, a list of sizes) shows in the size of the process, and in every batch of rounds,
    // while the managed heap and the allocator grow now and then: the calmest of the batches is judged.
    private static void Flat(Action round, int rounds = Rounds)
    {
        Assert.SkipUnless(Seam.Exists, "the package has no bound of its own on what it keeps");
        const int Batches = 5;
        var smallest = long.MaxValue;
        long? handles = null;
        for (var batch = 0; batch <= Batches; batch++)
        {
            var before = Memory.Resident();
            for (var i = 0; i < rounds / Batches; i++)
            {
                round();
            }

            Memory.Collect();
            if (batch == 0)
            {
                handles = Seam.LiveHandles();
                continue;
            }

            Assert.Equal(handles, Seam.LiveHandles());
            smallest = Math.Min(smallest, Memory.Resident() - before);
        }

        Assert.True(smallest < 256 << 10, $"{rounds / Batches} rounds always make the process at least {smallest / 1024} KiB larger.");
    }
}
