using System.Text.Json;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Every module against PyTorch: training steps, gradients, running statistics, evaluation.</summary>
[Trait("Needs", "Libtorch")]
public class ModuleTests
{
    public static TheoryData<string> Cases => Fixtures.Names("modules.json", "module");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_EqualPyTorch_When_TrainedAndEvaluated(string name)
    {
        using var scope = NewDisposeScope();
        var json = Fixtures.Of("modules.json", "module")[name];
        var tolerance = Tolerance.Of(json);
        using var module = Create(json);
        module.train();

        var steps = json.GetProperty("steps").EnumerateArray().ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            var input = ReferenceTensor.Read(steps[i].GetProperty("in")).Create().Leaf();
            module.ForgetGradients();
            var output = module.call(Arrange(json, input));
            Cotangent.Weigh([output])!.backward();

            Close.Equal(ReferenceTensor.Read(steps[i].GetProperty("out")), output, tolerance, $"step {i}: output");
            Close.Equal(ReferenceTensor.Read(steps[i].GetProperty("gradIn")), input.grad!, tolerance, $"step {i}: gradient of the input");
            var gradients = ReferenceTensor.ReadNamed(steps[i].GetProperty("grads"));
            var parameters = module.named_parameters().ToDictionary(item => item.name, item => item.parameter);
            Assert.Equal(gradients.Keys.Order(), parameters.Keys.Order());
            foreach (var (key, gradient) in gradients)
            {
                Close.Equal(gradient, parameters[key].grad!, tolerance, $"step {i}: gradient of {key}");
            }
        }

        var trained = module.named_parameters().Select(item => item.name).ToHashSet();
        var buffers = module.state_dict().Where(item => !trained.Contains(item.Key)).ToDictionary();
        var expected = ReferenceTensor.ReadNamed(json.GetProperty("buffers"));
        Assert.Equal(expected.Keys.Order(), buffers.Keys.Order());
        foreach (var (key, buffer) in expected)
        {
            Close.Equal(buffer, buffers[key], tolerance, key);
        }

        module.eval();
        var evaluated = module.call(Arrange(json, ReferenceTensor.Read(json.GetProperty("eval").GetProperty("in")).Create()));
        Close.Equal(ReferenceTensor.Read(json.GetProperty("eval").GetProperty("out")), evaluated, tolerance, "evaluation");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_AgreeWithFiniteDifferences_When_InDouble(string name)
    {
        using var scope = NewDisposeScope();
        var json = Fixtures.Of("modules.json", "module")[name];
        using var module = Create(json);
        module.to(ScalarType.Float64);
        module.train();
        var input = ReferenceTensor.Read(json.GetProperty("steps")[0].GetProperty("in")).Create(real: ScalarType.Float64).Leaf();

        GradCheck.Run([input, .. module.parameters()], () => [module.call(Arrange(json, input))], name);
    }

    private static nn.Module<Tensor, Tensor> Create(JsonElement json)
    {
        var module = ModuleTable.Entries[json.GetProperty("module").GetString()!](new(json.GetProperty("args")));
        ModuleTable.Load(module, ReferenceTensor.ReadNamed(json.GetProperty("state")));
        return module;
    }

    private static Tensor Arrange(JsonElement json, Tensor input) => json.TryGetProperty("layout", out _) ? Layout.ChannelsLast(input) : input;
}
