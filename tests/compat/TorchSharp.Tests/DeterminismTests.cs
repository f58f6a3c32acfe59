using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>One seed gives the same weights bit for bit, run after run on one machine.</summary>
[Trait("Needs", "Libtorch")]
public class DeterminismTests
{
    [Fact]
    public void Should_GiveTheSameBytes_When_SeedIsTheSame()
    {
        var first = Train(seed: 7);
        var second = Train(seed: 7);
        var third = Train(seed: 8);

        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, item => Assert.True(item.Value.AsSpan().SequenceEqual(second[item.Key]), item.Key));
        Assert.Contains(first, item => !item.Value.AsSpan().SequenceEqual(third[item.Key]));
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_GiveTheSameBytes_When_DeterministicAlgorithmsAreDemanded()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        Seam.Call("Deterministic", true);
        try
        {
            var first = Train(seed: 7);
            var second = Train(seed: 7);
            Assert.All(first, item => Assert.True(item.Value.AsSpan().SequenceEqual(second[item.Key]), item.Key));
        }
        finally
        {
            Seam.Call("Deterministic", false);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Should_GiveTheSameBytes_When_ThreadCountIsTheSame(int threads)
    {
        var before = get_num_threads();
        set_num_threads(threads);
        try
        {
            var first = Train(seed: 3);
            var second = Train(seed: 3);
            Assert.All(first, item => Assert.True(item.Value.AsSpan().SequenceEqual(second[item.Key]), item.Key));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    // Initialisation, shuffling, dropout, convolution, batch norm and Adam: every source of chance and of summation order.
    private static SortedDictionary<string, byte[]> Train(long seed)
    {
        using var outer = NewDisposeScope();
        manual_seed(seed);
        using var net = Sequential(
            Conv2d(1, 16, 3, padding: 1), BatchNorm2d(16), ReLU(), MaxPool2d(2), Conv2d(16, 32, 3, padding: 1), ReLU(), Dropout(0.3), MaxPool2d(6));
        using var head = Linear(128, 7);
        using var optimizer = optim.Adam(net.parameters().Concat(head.parameters()), 1e-2);
        var images = noise(96, 1, 24, 24);
        var labels = shuffled(96).to(ScalarType.Float32).mul(7.0 / 96).to(ScalarType.Int64);
        for (var epoch = 0; epoch < 2; epoch++)
        {
            var order = shuffled(96);
            for (var i = 0; i < 96; i += 32)
            {
                using var scope = NewDisposeScope();
                var batch = order.narrow(0, i, 32);
                optimizer.zero_grad();
                functional.cross_entropy(head.call(net.call(images.index_select(0, batch)).flatten(1)), labels.index_select(0, batch)).backward();
                optimizer.step();
            }
        }

        var state = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, value) in net.state_dict().Concat(head.state_dict()))
        {
            state[name] = value.contiguous().bytes.ToArray();
        }

        return state;
    }
}
