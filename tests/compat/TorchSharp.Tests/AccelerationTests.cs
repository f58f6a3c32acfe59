using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>What only the system stack's engine offers, reached as the library reaches it.</summary>
[Trait("Needs", "SystemStack")]
public class AccelerationTests
{
    public AccelerationTests() => Assert.SkipUnless(Seam.Exists, Seam.Absent);

    [Fact]
    public void Should_AgreeWithTheProcessor_When_AskedForBf16Gains()
    {
        var flags = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal))?.Split(' ') ?? [];

        Assert.Equal(flags.Contains("avx512_bf16") || flags.Contains("amx_bf16"), Seam.Call<bool>("Bf16Gains", CPU));
    }

    [Fact]
    public void Should_ComputeInBf16AndTrainInFloat_When_Autocast()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var net = new SmallNet();
        var input = noise(8, 1, 16, 16);
        var labels = tensor(new long[] { 0, 1, 2, 3, 4, 5, 6, 0 });

        var (plain, plainGradients) = Pass(net, input, labels, autocast: false);
        var (cast, castGradients) = Pass(net, input, labels, autocast: true);

        Assert.Equal(ScalarType.Float32, plain.dtype);
        Assert.Equal(ScalarType.BFloat16, cast.dtype);
        Close.Equal(plain, cast, Tolerance.Brain, "logits");
        foreach (var (name, gradient) in castGradients)
        {
            Assert.Equal(ScalarType.Float32, gradient.dtype);
            Close.Equal(plainGradients[name], gradient, new(0.1, 0.05), name);
        }

        Assert.All(net.parameters(), parameter => Assert.Equal(ScalarType.Float32, parameter.dtype));
    }

    [Fact]
    public void Should_BeOff_When_AutocastIsDisposed()
    {
        using var scope = NewDisposeScope();
        using var dense = Linear(4, 4);
        var input = ones(2, 4);
        var on = Seam.Call<IDisposable>("Autocast", CPU);
        Assert.Equal(ScalarType.BFloat16, dense.call(input).dtype);
        using (Seam.Call<IDisposable>("Autocast", CPU))
        {
            Assert.Equal(ScalarType.BFloat16, dense.call(input).dtype);
        }

        Assert.Equal(ScalarType.BFloat16, dense.call(input).dtype);
        on.Dispose();
        on.Dispose();

        Assert.Equal(ScalarType.Float32, dense.call(input).dtype);
    }

    [Fact]
    public void Should_SeeNewWeights_When_AutocastRunsAgain()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        using var dense = Linear(4, 1, hasBias: false);
        dense.weight = new Parameter(ones(1, 4));
        var input = ones(1, 4);
        Assert.Equal(4, Run());
        dense.weight.add_(1);

        Assert.Equal(8, Run());

        double Run()
        {
            using var on = Seam.Call<IDisposable>("Autocast", CPU);
            return Close.Values(dense.call(input)).Single();
        }
    }

    [Fact]
    public void Should_KeepHandlesFlat_When_TrainedWithAutocast()
    {
        using var outer = NewDisposeScope();
        using var net = new SmallNet();
        var input = noise(2, 1, 8, 8);
        var labels = tensor(new long[] { 0, 1 });
        Pass(net, input, labels, autocast: true);
        Memory.Collect();
        var before = Seam.LiveHandles();
        for (var i = 0; i < 100; i++)
        {
            using var scope = NewDisposeScope();
            net.ForgetGradients();
            using (Seam.Call<IDisposable>("Autocast", CPU))
            {
                functional.cross_entropy(net.call(input), labels).backward();
            }
        }

        Memory.Collect();
        Assert.Equal(before, Seam.LiveHandles());
    }

    [Fact]
    public void Should_KeepValuesAndChangeStrides_When_TensorIsMadeChannelsLast()
    {
        using var scope = NewDisposeScope();
        var plain = noise(2, 3, 4, 5);
        var last = Seam.Call<Tensor>("ChannelsLast", plain);

        Assert.Equal(plain.shape, last.shape);
        Assert.Equal(Close.Values(plain), Close.Values(last));
        Assert.True(Layout.IsChannelsLast(last));
        Assert.False(last.is_contiguous());
        Assert.True(plain.is_contiguous());
    }

    [Fact]
    public void Should_KeepTheLayout_When_InputFlowsThroughANet()
    {
        using var scope = NewDisposeScope();
        using var net = Sequential(Conv2d(2, 4, 3, padding: 1), BatchNorm2d(4), ReLU(), MaxPool2d(2), Conv2d(4, 3, 1), MaxPool2d(2));
        Seam.Call("ChannelsLast", net);
        var output = net.call(Seam.Call<Tensor>("ChannelsLast", noise(2, 2, 16, 16)));

        Assert.True(Layout.IsChannelsLast(output) && !output.is_contiguous());
    }

    [Fact]
    public void Should_TrainAlike_When_ModuleIsMadeChannelsLast()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var plain = new SmallNet();
        using var last = new SmallNet();
        last.load_state_dict(plain.state_dict());
        var parameters = last.parameters().ToArray();
        using var first = optim.SGD(plain.parameters(), 0.05, momentum: 0.9);
        using var second = optim.SGD(last.parameters(), 0.05, momentum: 0.9);
        Seam.Call("ChannelsLast", last);
        var input = noise(6, 1, 12, 12);
        var labels = tensor(new long[] { 0, 1, 2, 3, 4, 5 });

        // The optimizer was made before: the parameters must be the same objects, with other strides.
        Assert.All(parameters.Zip(last.parameters()), pair => Assert.Same(pair.First, pair.Second));
        Assert.All(last.parameters(), parameter => Assert.True(parameter.requires_grad));
        var kernel = last.Second.weight;
        Assert.True(Layout.IsChannelsLast(kernel) && !kernel.is_contiguous());
        for (var i = 0; i < 3; i++)
        {
            first.zero_grad();
            functional.cross_entropy(plain.call(input), labels).backward();
            first.step();
            second.zero_grad();
            functional.cross_entropy(last.call(Seam.Call<Tensor>("ChannelsLast", input)), labels).backward();
            second.step();
        }

        Assert.True(Layout.IsChannelsLast(kernel) && !kernel.is_contiguous());
        foreach (var ((name, expected), (_, actual)) in plain.named_parameters().Zip(last.named_parameters()))
        {
            Close.Equal(expected, actual, new(1e-3, 1e-5), name);
        }
    }

    [Fact]
    public void Should_NameTheLibrary_When_AskedForItsVersion()
    {
        var version = Seam.Call<string>("LibTorchVersion");

        Assert.Matches(@"\d+\.\d+", version);
    }

    [Fact]
    public void Should_Throw_When_ChannelsLastIsAskedOfAMatrix()
    {
        using var scope = NewDisposeScope();

        var error = Assert.ThrowsAny<Exception>(() => Seam.Call<Tensor>("ChannelsLast", ones(2, 3)));

        Assert.False(string.IsNullOrWhiteSpace(error.Message));
    }

    private static (Tensor Logits, Dictionary<string, Tensor> Gradients) Pass(SmallNet net, Tensor input, Tensor labels, bool autocast)
    {
        net.ForgetGradients();
        Tensor logits;
        using (autocast ? Seam.Call<IDisposable>("Autocast", CPU) : null)
        {
            logits = net.call(input);
            functional.cross_entropy(logits, labels).backward();
        }

        return (logits, net.named_parameters().ToDictionary(item => item.name, item => item.parameter.grad!.Copy()));
    }
}
