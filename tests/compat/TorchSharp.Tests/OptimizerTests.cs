using System.Text.Json;
using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Every optimizer against PyTorch, step by step, with given gradients.</summary>
[Trait("Needs", "Libtorch")]
public class OptimizerTests
{
    // Against the size of a weight; tight, since an update is a small part of it.
    private static readonly Tolerance Updates = new(1e-6, 2e-7);

    public static TheoryData<string> Cases => Fixtures.Names("optimizers.json", "optimizer");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_EqualPyTorch_When_Stepped(string name)
    {
        using var scope = torch.NewDisposeScope();
        var json = Fixtures.Of("optimizers.json", "optimizer")[name];
        var parameters = ReferenceTensor.ReadAll(json.GetProperty("start")).Select(start => new Parameter(start!.Create())).ToArray();
        using var optimizer = Create(json, parameters);

        foreach (var (gradients, after) in json.GetProperty("gradients").EnumerateArray().Zip(json.GetProperty("after").EnumerateArray()))
        {
            optimizer.zero_grad();
            Give(parameters, ReferenceTensor.ReadAll(gradients));
            optimizer.step();
            var expected = ReferenceTensor.ReadAll(after);
            for (var i = 0; i < parameters.Length; i++)
            {
                Close.Equal(expected[i]!, parameters[i], Updates, $"parameter {i}");
            }
        }
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void Should_GoOnAsItWould_When_ItsStateWasMoved(string name)
    {
        using var scope = torch.NewDisposeScope();
        var (parameter, other) = (new Parameter(ones(3)), new Parameter(ones(3)));
        var arguments = new Arguments(JsonDocument.Parse("""{"lr":0.1,"momentum":0.9}""").RootElement);
        using var optimizer = OptimizerTable.Entries[name]([parameter], arguments);
        using var successor = OptimizerTable.Entries[name]([other], arguments);
        Step(optimizer, parameter);
        Step(optimizer, parameter);

        Move(optimizer, successor);
        using (no_grad())
        {
            other.copy_(parameter);
        }

        Step(optimizer, parameter);
        Step(successor, other);
        Assert.Equal(Close.Values(parameter), Close.Values(other));

        static void Step(torch.optim.Optimizer optimizer, Parameter parameter)
        {
            optimizer.zero_grad();
            parameter.mul(parameter).sum().backward();
            optimizer.step();
        }

        static void Move(torch.optim.Optimizer from, torch.optim.Optimizer to)
        {
            foreach (var (source, target) in ((OptimizerHelper)from).state_dict().State.Zip(((OptimizerHelper)to).state_dict().State))
            {
                switch (source, target)
                {
                    case (SGD.State a, SGD.State b):
                        b.momentum_buffer = zeros(3).copy_(a.momentum_buffer!).DetachFromDisposeScope();
                        break;
                    case (Adam.State a, Adam.State b):
                        (b.step, _, _) = (a.step, b.exp_avg.copy_(a.exp_avg), b.exp_avg_sq.copy_(a.exp_avg_sq));
                        break;
                    case (AdamW.State a, AdamW.State b):
                        (b.step, _, _) = (a.step, b.exp_avg.copy_(a.exp_avg), b.exp_avg_sq.copy_(a.exp_avg_sq));
                        break;
                }
            }
        }
    }

    [Theory]
    [InlineData(10, 5)] // 3-4-0-0 has a norm of 5: below the bound nothing changes
    [InlineData(1, 5)]
    public void Should_ClipToTheNorm_When_GradientsAreLarger(double bound, double norm)
    {
        using var scope = torch.NewDisposeScope();
        Parameter[] parameters = [new Parameter(ones(2)), new Parameter(ones(2))];
        parameters[0].grad = tensor(new[] { 3f, 0f });
        parameters[1].grad = tensor(new[] { 4f, 0f });

        Assert.Equal(norm, torch.nn.utils.clip_grad_norm_(parameters, bound), 1e-6);

        var scale = Math.Min(1, bound / norm);
        Assert.Equal([3 * scale, 0], Close.Values(parameters[0].grad!), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal([4 * scale, 0], Close.Values(parameters[1].grad!), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void Should_LeaveParameterAlone_When_ItHasNoGradient(string name)
    {
        using var scope = torch.NewDisposeScope();
        var used = new Parameter(ones(3));
        var unused = new Parameter(ones(3));
        using var optimizer = OptimizerTable.Entries[name]([used, unused], new(JsonDocument.Parse("""{"lr":0.1,"weight_decay":0.5}""").RootElement));

        used.sum().backward();
        optimizer.step();

        Assert.Equal([1.0, 1.0, 1.0], Close.Values(unused));
        Assert.All(Close.Values(used), value => Assert.True(value < 1));
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void Should_KeepStateOnlyForItself_When_Disposed(string name)
    {
        var before = Seam.LiveHandles();
        using (torch.NewDisposeScope())
        {
            var parameter = new Parameter(ones(3));
            var optimizer = OptimizerTable.Entries[name]([parameter], new(JsonDocument.Parse("""{"lr":0.1,"momentum":0.9,"amsgrad":true}""").RootElement));
            for (var i = 0; i < 3; i++)
            {
                optimizer.zero_grad();
                parameter.sum().backward();
                optimizer.step();
            }

            optimizer.Dispose();
        }

        Assert.Equal(before, Seam.LiveHandles());
    }

    [Fact]
    public void Should_StepAlike_When_StateOutlivesTheScopeOfTheStep()
    {
        using var outer = torch.NewDisposeScope();
        var parameter = new Parameter(torch.zeros(2));
        using var optimizer = torch.optim.SGD([parameter], 1.0, momentum: 0.5);
        for (var i = 0; i < 3; i++)
        {
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            parameter.sum().backward();
            optimizer.step();
        }

        // Velocities 1, 1.5, 1.75.
        Assert.Equal([-4.25, -4.25], Close.Values(parameter));
    }

    [Theory]
    [InlineData("SGD", """{"lr":0.1,"momentum":0.9,"nesterov":true,"weight_decay":0.01}""")]
    [InlineData("SGD", """{"lr":0.1}""")]
    [InlineData("Adam", """{"lr":0.01,"weight_decay":0.01}""")]
    [InlineData("AdamW", """{"lr":0.01,"weight_decay":0.01,"amsgrad":true}""")]
    public void Should_StepEveryElementAlike_When_ParameterIsLargeAndOddlySized(string name, string options)
    {
        using var scope = torch.NewDisposeScope();
        using var arguments = JsonDocument.Parse(options);
        const int repeats = 100_003 / 7;
        var values = Enumerable.Range(0, 7).Select(i => (float)Math.Sin(i + 1)).ToArray();
        var small = new Parameter(torch.tensor(values));
        var large = new Parameter(torch.tensor(Enumerable.Repeat(values, repeats).SelectMany(row => row).ToArray()));
        using var first = OptimizerTable.Entries[name]([small], new(arguments.RootElement));
        using var second = OptimizerTable.Entries[name]([large], new(arguments.RootElement));
        for (var i = 0; i < 3; i++)
        {
            first.zero_grad();
            second.zero_grad();
            small.mul(small).sum().backward();
            large.mul(large).sum().backward();
            first.step();
            second.step();
        }

        // Vector loops, their tails and the shares of the threads: each element must be what the small one is.
        var expected = Close.Values(small);
        var actual = Close.Values(large);
        for (var i = 0; i < actual.Length; i++)
        {
            Assert.True(Updates.Holds(actual[i], expected[i % 7]), $"element {i}: {actual[i]:R} instead of {expected[i % 7]:R}");
        }
    }

    [Theory]
    [InlineData("SGD", """{"lr":0.1,"momentum":0.9,"weight_decay":0.01}""", ScalarType.Float32)]
    [InlineData("SGD", """{"lr":0.1}""", ScalarType.Float64)]
    [InlineData("Adam", """{"lr":0.01,"amsgrad":true}""", ScalarType.Float32)]
    [InlineData("AdamW", """{"lr":0.01,"weight_decay":0.01}""", ScalarType.Float32)]
    [InlineData("AdamW", """{"lr":0.01,"weight_decay":0.01}""", ScalarType.Float64)]
    public void Should_PairElementsByPosition_When_StridesOfWeightAndGradientDiffer(string name, string options, ScalarType type)
    {
        using var scope = torch.NewDisposeScope();
        using var arguments = JsonDocument.Parse(options);
        var values = Wave(Math.Sin, type);
        var weights = Wave(Math.Cos, type);
        var plain = new Parameter(values.Copy());
        var strided = new Parameter(Layout.ChannelsLast(values).detach());
        Assert.False(strided.is_contiguous());
        using var first = OptimizerTable.Entries[name]([plain], new(arguments.RootElement));
        using var second = OptimizerTable.Entries[name]([strided], new(arguments.RootElement));
        for (var i = 0; i < 3; i++)
        {
            first.zero_grad();
            second.zero_grad();
            plain.mul(weights).sum().backward();
            strided.mul(weights).sum().backward();
            first.step();
            second.step();
        }

        Assert.Equal(type, strided.dtype);
        Close.Equal(plain, strided, Updates, "weight");
    }

    [Fact]
    public void Should_ZeroGradients_When_Asked()
    {
        using var scope = torch.NewDisposeScope();
        var parameter = new Parameter(ones(3));
        using var optimizer = torch.optim.SGD([parameter], 0.1);
        parameter.sum().backward();
        optimizer.zero_grad();

        Assert.True(parameter.grad is null || Close.Values(parameter.grad).All(value => value == 0));
    }

    [Fact]
    public void Should_UseTheNewRate_When_ParamGroupIsChanged()
    {
        using var scope = torch.NewDisposeScope();
        var parameter = new Parameter(ones(1));
        using var optimizer = torch.optim.SGD([parameter], 0.5);
        foreach (var group in optimizer.ParamGroups)
        {
            Assert.Equal(0.5, group.LearningRate);
            group.LearningRate = 0.25;
        }

        parameter.sum().backward();
        optimizer.step();

        Assert.Equal([0.75], Close.Values(parameter));
    }

    [Fact]
    public void Should_Refuse_When_OptionsAreInvalid()
    {
        using var scope = torch.NewDisposeScope();
        var parameter = new Parameter(ones(1));

        Assert.Throws<ArgumentException>(() => torch.optim.SGD([parameter], -0.1));
        Assert.Throws<ArgumentException>(() => torch.optim.SGD([parameter], 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => torch.optim.SGD([parameter], 0.1, momentum: 0.9, dampening: 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => torch.optim.Adam([parameter], beta1: 1.5));
        Assert.Throws<ArgumentException>(() => torch.optim.AdamW([parameter], eps: -1));
    }

    private static torch.optim.Optimizer Create(JsonElement json, Parameter[] parameters)
    {
        var name = json.GetProperty("optimizer").GetString()!;
        var arguments = new Arguments(json.GetProperty("args"));
        return OptimizerTable.Entries[name](parameters, arguments);
    }

    private static Tensor Wave(Func<double, double> wave, ScalarType type) =>
        torch.tensor(Enumerable.Range(0, 60).Select(i => (float)wave(i)).ToArray(), [2, 3, 5, 2]).to(type);

    // The gradient of sum(p * g) with respect to p is g.
    private static void Give(Parameter[] parameters, IReadOnlyList<ReferenceTensor?> gradients)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].mul(gradients[i]!.Create()).sum().backward();
        }
    }
}
