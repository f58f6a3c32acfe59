using System.Text.Json;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;

namespace TorchSharp.Tests;

/// <summary>Every operator and function against PyTorch: values, types, shapes, and gradients.</summary>
[Trait("Needs", "Libtorch")]
public class OperatorTests
{
    // A case without an entry, or an entry without a case, is CompletenessTests' to report.
    public static TheoryData<string> Cases => Fixtures.Names("ops.json", "key", HasEntry);

    public static TheoryData<string> Differentiable => Fixtures.Names("ops.json", "key", json => HasEntry(json) && json.TryGetProperty("grad", out _));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_EqualPyTorch_When_Called(string name)
    {
        using var scope = torch.NewDisposeScope();
        var json = Fixtures.Of("ops.json", "key")[name];
        var inputs = ReferenceTensor.ReadAll(json.GetProperty("in")).Select(input => input!.Create()).ToArray();
        var expected = ReferenceTensor.ReadAll(json.GetProperty("out"));

        var output = OpTable.Call(json.GetProperty("key").GetString()!, new(inputs, new(json.GetProperty("args"))));

        Close.Equal(Assert.Single(expected)!, output, Tolerance.Of(json), "output");
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Should_HavePyTorchsGradients_When_Backpropagated(string name)
    {
        using var scope = torch.NewDisposeScope();
        var json = Fixtures.Of("ops.json", "key")[name];
        var expected = ReferenceTensor.ReadAll(json.GetProperty("grad"));
        var inputs = ReferenceTensor.ReadAll(json.GetProperty("in"))
            .Select((input, i) => input!.Create().Leaf(expected[i] is not null)).ToArray();

        var output = OpTable.Call(json.GetProperty("key").GetString()!, new(inputs, new(json.GetProperty("args"))));
        Cotangent.Weigh([output])!.backward();

        for (var i = 0; i < inputs.Length; i++)
        {
            if (expected[i] is { } gradient)
            {
                Close.Equal(gradient, Assert.IsType<torch.Tensor>(inputs[i].grad), Tolerance.Of(json), $"gradient of input {i}");
            }
            else
            {
                Assert.Null(inputs[i].grad);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Should_AgreeWithFiniteDifferences_When_InDouble(string name)
    {
        using var scope = torch.NewDisposeScope();
        var json = Fixtures.Of("ops.json", "key")[name];
        var asked = ReferenceTensor.ReadAll(json.GetProperty("grad"));
        var inputs = ReferenceTensor.ReadAll(json.GetProperty("in"))
            .Select((input, i) => input!.Create(real: torch.ScalarType.Float64).Leaf(asked[i] is not null)).ToArray();
        var call = new OpCall(inputs, new(json.GetProperty("args")));

        GradCheck.Run([.. inputs.Where(input => input.requires_grad)], () => [OpTable.Call(json.GetProperty("key").GetString()!, call)], name);
    }

    private static bool HasEntry(JsonElement json) => OpTable.Entries.ContainsKey(json.GetProperty("key").GetString()!);
}
