using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>Names, order and state of modules: what checkpoints depend on.</summary>
[Trait("Needs", "Libtorch")]
public class ModuleTreeTests
{
    [Fact]
    public void Should_NameByPath_When_ModulesAreRegistered()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();

        Assert.Equal("Net", net.GetName());
        Assert.Equal(["conv.weight", "norm.weight", "norm.bias", "head.first.weight", "head.first.bias"], net.named_parameters().Select(item => item.name));
        Assert.Equal(
            ["conv.weight", "head.first.bias", "head.first.weight", "norm.bias", "norm.num_batches_tracked", "norm.running_mean", "norm.running_var", "norm.weight"],
            net.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Contains(("head.first", "Linear"), net.named_modules().Select(item => (item.name, item.module.GetName())));
        Assert.Equal(3, net.children().Count());
        // The package leaves the root out of modules(), PyTorch does not; nobody may depend on either.
        Assert.Equal(4, net.modules().Count(module => module != net));
        Assert.Equal(net.named_parameters().Count(), net.parameters().Count());
    }

    [Fact]
    public void Should_Switch_When_TrainedOrEvaluated()
    {
        using var net = new Net();
        Assert.True(net.training);
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
        net.train(false);
        Assert.False(net.training);
    }

    [Fact]
    public void Should_CopyValues_When_StateIsLoaded()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var first = new Net();
        manual_seed(2);
        using var second = new Net();
        var weight = second.Conv.weight;

        second.load_state_dict(first.state_dict());

        Assert.All(first.state_dict(), item => Assert.Equal(Close.Values(item.Value), Close.Values(second.state_dict()[item.Key])));
        using (no_grad())
        {
            first.Conv.weight!.add_(1);
        }

        Assert.NotEqual(Close.Values(first.Conv.weight!), Close.Values(second.Conv.weight!));
        Assert.Equal(Close.Values(weight!), Close.Values(second.Conv.weight!));
        Assert.True(second.Conv.weight!.requires_grad);
    }

    [Fact]
    public void Should_NameTheKeys_When_StateDoesNotFit()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var state = net.state_dict();
        state.Remove("head.first.bias");
        state["more"] = zeros(1);

        var error = Assert.ThrowsAny<Exception>(() => net.load_state_dict(state));
        var (missing, unexpected) = net.load_state_dict(state, strict: false);

        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.Equal(["head.first.bias"], missing);
        Assert.Equal(["more"], unexpected);
    }

    [Fact]
    public void Should_Refuse_When_ShapesDiffer()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var state = net.state_dict();
        state["conv.weight"] = zeros([2, 1, 3]);

        Assert.ThrowsAny<Exception>(() => net.load_state_dict(state));
    }

    [Fact]
    public void Should_Convert_When_MovedToAnotherType()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var same = net.to(ScalarType.Float64);

        Assert.Same(net, same);
        Assert.All(net.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.All(net.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.Equal(ScalarType.Int64, net.state_dict()["norm.num_batches_tracked"].dtype);
        Assert.Equal(ScalarType.Float64, net.Norm.running_mean!.dtype);
        Assert.Equal(ScalarType.Float64, net.call(zeros([2, 1, 4, 4], ScalarType.Float64)).dtype);
        net.to(CPU);
        Assert.All(net.parameters(), parameter => Assert.Equal(DeviceType.CPU, parameter.device.type));
    }

    [Fact]
    public void Should_ForgetGradients_When_Zeroed()
    {
        using var scope = NewDisposeScope();
        using var net = Linear(3, 2);
        net.call(rand(4, 3)).sum().backward();
        Assert.All(net.parameters(), parameter => Assert.NotNull(parameter.grad));

        net.zero_grad();

        Assert.All(net.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void Should_KeepGradientsAtZero_When_AskedTo()
    {
        Assert.SkipUnless(Seam.Exists, "the package's zero_grad(set_to_none: false) leaves the gradients as they are (Needs=SystemStack)");
        using var scope = NewDisposeScope();
        using var net = Linear(3, 2);
        net.call(rand(4, 3)).sum().backward();

        net.zero_grad(set_to_none: false);

        Assert.All(net.parameters(), parameter => Assert.All(Close.Values(parameter.grad!), value => Assert.Equal(0, value)));
    }

    [Fact]
    public void Should_NameByPositionOrName_When_Sequential()
    {
        using var numbered = Sequential(Linear(2, 3), ReLU(), Linear(3, 1));
        using var named = Sequential(("first", Linear(2, 3)), ("act", ReLU()), ("last", Linear(3, 1)));

        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], numbered.named_parameters().Select(item => item.name));
        Assert.Equal(["first.weight", "first.bias", "last.weight", "last.bias"], named.named_parameters().Select(item => item.name));
        Assert.Equal(["first", "act", "last"], named.named_modules().Select(item => item.name));
    }

    [Fact]
    public void Should_ShareTheParameter_When_ReplacedOnTheModule()
    {
        using var scope = NewDisposeScope();
        using var dense = Linear(2, 1);
        dense.weight = new Parameter(tensor([1f, 2f], new long[] { 1, 2 }));
        dense.bias = new Parameter(tensor([3f]));

        Assert.Equal([6.0], Close.Values(dense.call(ones(1, 2))));
        Assert.Equal([1.0, 2.0], Close.Values(dense.named_parameters().First(item => item.name == "weight").parameter));
    }

    [Fact]
    public void Should_SeeInputAndOutput_When_ForwardHookIsRegistered()
    {
        using var scope = NewDisposeScope();
        using var dense = Linear(3, 2);
        var seen = new List<string>();
        var hook = dense.register_forward_hook((module, input, output) =>
        {
            seen.Add($"{module.GetName()} {string.Join('x', input.shape)} {string.Join('x', output.shape)}");
            return output;
        });

        dense.call(ones(4, 3));
        hook.remove();
        dense.call(ones(4, 3));

        Assert.Equal(["Linear 4x3 4x2"], seen);
    }

    [Fact]
    public void Should_ReplaceTheOutput_When_ForwardHookGivesAnother()
    {
        using var scope = NewDisposeScope();
        using var act = ReLU();
        act.register_forward_hook((_, _, output) => output.mul(2));

        Assert.Equal([2.0, 2.0], Close.Values(act.call(ones(2))));
    }

    [Fact]
    public void Should_FreeParametersAndBuffers_When_Disposed()
    {
        var before = Seam.LiveHandles();
        using (NewDisposeScope())
        {
            using var net = new Net();
            net.call(ones(2, 1, 4, 4)).sum().backward();
        }

        Assert.Equal(before, Seam.LiveHandles());
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Sequential _head = Sequential(("first", Linear(2, 3)));

        public Net()
            : base(nameof(Net))
        {
            register_module("conv", Conv);
            register_module("norm", Norm);
            register_module("head", _head);
        }

        public Conv2d Conv { get; } = Conv2d(1, 2, 3, padding: 1, bias: false);

        public BatchNorm2d Norm { get; } = BatchNorm2d(2);

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var pooled = Norm.call(Conv.call(input)).relu_().sum([2, 3]);   // (N, 2)
            return _head.call(pooled).MoveToOuterDisposeScope();             // (N, 3)
        }
    }
}
