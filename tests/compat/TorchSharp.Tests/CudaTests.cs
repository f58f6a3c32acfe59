using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>The same net on an NVIDIA GPU and on the processor.</summary>
[Trait("Needs", "Cuda")]
public class CudaTests
{
    // TF32 keeps ten bits of mantissa in convolutions and products.
    private static readonly Tolerance Allowed = new(1e-2, 2e-3);

    private static Device Gpu => device("cuda");

    public CudaTests() => Assert.SkipUnless(cuda.is_available(), "no NVIDIA GPU here");

    [Fact]
    public void Should_AgreeWithTheProcessor_When_NetIsTrained()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var here = new SmallNet();
        using var there = new SmallNet();
        there.load_state_dict(here.state_dict());
        there.to(Gpu);
        using var first = optim.SGD(here.parameters(), 0.05, momentum: 0.9);
        using var second = optim.SGD(there.parameters(), 0.05, momentum: 0.9);
        var input = noise(16, 1, 24, 24);
        var labels = tensor(Enumerable.Range(0, 16).Select(i => (long)(i % 7)).ToArray());
        for (var i = 0; i < 3; i++)
        {
            Close.Equal(Step(here, first, input, labels), Step(there, second, input.to(Gpu), labels.to(Gpu)), Allowed, $"loss {i}");
        }

        foreach (var ((name, expected), (_, actual)) in here.named_parameters().Zip(there.named_parameters()))
        {
            Assert.Equal(DeviceType.CUDA, actual.device.type);
            Close.Equal(expected, actual, Allowed, name);
        }
    }

    [Fact]
    public void Should_ComeBackUnchanged_When_MovedThereAndBack()
    {
        using var scope = NewDisposeScope();
        var values = noise(1000);

        Assert.Equal(Close.Values(values), Close.Values(values.to(Gpu).cpu()));
        Assert.Equal(DeviceType.CUDA, values.to(Gpu).device.type);
    }

    [Fact]
    public void Should_SayWhatLibtorchSays_When_DevicesAreMixed()
    {
        using var scope = NewDisposeScope();
        var error = Assert.ThrowsAny<Exception>(() => ones(2).to(Gpu).add(ones(2)));

        Assert.Contains("Expected all tensors to be on the same device", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_ThrowAndGoOn_When_GpuMemoryIsNotThere()
    {
        using var scope = NewDisposeScope();

        Assert.ThrowsAny<Exception>(() => zeros([1L << 45], device: Gpu));
        Assert.Equal(2f, ones(2).to(Gpu).sum().item<float>());
    }

    [Fact]
    public void Should_GiveTheSameBytes_When_Deterministic()
    {
        using var scope = NewDisposeScope();
        using var deterministic = Deterministic(true);
        var (first, second) = (Train(), Train());

        Assert.Equal(first, second);

        static double[] Train()
        {
            using var inner = NewDisposeScope();
            manual_seed(6);
            using var net = new SmallNet();
            net.to(Gpu);
            using var optimizer = optim.SGD(net.parameters(), 0.05, momentum: 0.9);
            var input = noise(32, 1, 24, 24).to(Gpu);
            var labels = tensor(Enumerable.Range(0, 32).Select(i => (long)(i % 7)).ToArray()).to(Gpu);
            for (var i = 0; i < 3; i++)
            {
                Step(net, optimizer, input, labels);
            }

            return [.. net.parameters().SelectMany(parameter => Close.Values(parameter))];
        }
    }

    private static Tensor Step(Module<Tensor, Tensor> net, optim.Optimizer optimizer, Tensor input, Tensor labels)
    {
        optimizer.zero_grad();
        var loss = functional.cross_entropy(net.call(input), labels);
        loss.backward();
        optimizer.step();
        return loss;
    }

    private static Restore Deterministic(bool on)
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        Seam.Call("Deterministic", on);
        return new();
    }

    private sealed class Restore : IDisposable
    {
        public void Dispose() => Seam.Call("Deterministic", false);
    }
}
