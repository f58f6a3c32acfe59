using System.Text.Json;
using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;

namespace TorchSharp.Tests;

/// <summary>Every optimizer against PyTorch, step by step, with given gradients.</summary>
[Trait("Needs", "Libtorch")]
public class OptimizerTests
{
    public static TheoryData<string> Cases => Fixtures.Names("optimizers.json", "optimizer");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_EqualPyTorch_When_Stepped(string name)
    {
        using var scope = torch.NewDisposeScope();
        var json = Fixtures.Of("optimizers.json", "optimizer")[name];
        var parameters = ReferenceTensor.ReadAll(json.GetProperty("start")).Select(start => torch.nn.Parameter(start!.Create())).ToArray();
        using var optimizer = Create(json, parameters);

        foreach (var (gradients, after) in json.GetProperty("gradients").EnumerateArray().Zip(json.GetProperty("after").EnumerateArray()))
        {
            optimizer.zero_grad();
            Give(parameters, ReferenceTensor.ReadAll(gradients));
            optimizer.step();
            var expected = ReferenceTensor.ReadAll(after);
            for (var i = 0; i < parameters.Length; i++)
            {
                Close.Equal(expected[i]!, parameters[i], Tolerance.Single, $"parameter {i}");
            }
        }
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void Should_LeaveParameterAlone_When_ItHasNoGradient(string name)
    {
        using var scope = torch.NewDisposeScope();
        var used = torch.nn.Parameter(torch.ones(3));
        var unused = torch.nn.Parameter(torch.ones(3));
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
            var parameter = torch.nn.Parameter(torch.ones(3));
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
        var parameter = torch.nn.Parameter(torch.zeros(2));
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

    [Fact]
    public void Should_ZeroGradients_When_Asked()
    {
        using var scope = torch.NewDisposeScope();
        var parameter = torch.nn.Parameter(torch.ones(3));
        using var optimizer = torch.optim.SGD([parameter], 0.1);
        parameter.sum().backward();
        optimizer.zero_grad();

        Assert.True(parameter.grad is null || Close.Values(parameter.grad).All(value => value == 0));
    }

    [Fact]
    public void Should_UseTheNewRate_When_ParamGroupIsChanged()
    {
        using var scope = torch.NewDisposeScope();
        var parameter = torch.nn.Parameter(torch.ones(1));
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
        var parameter = torch.nn.Parameter(torch.ones(1));

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
        return json.TryGetProperty("groups", out var own)
            ? OptimizerTable.Groups[name](parameters, arguments, new(own))
            : OptimizerTable.Entries[name](parameters, arguments);
    }

    // The gradient of sum(p * g) with respect to p is g.
    private static void Give(Parameter[] parameters, IReadOnlyList<ReferenceTensor?> gradients)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].mul(gradients[i]!.Create()).sum().backward();
        }
    }
}
