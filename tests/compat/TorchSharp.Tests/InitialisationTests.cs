using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>Initialisation: PyTorch's own values for the same seed, and the moments and bounds that the papers give.</summary>
[Trait("Needs", "Libtorch")]
public class InitialisationTests
{

    public static TheoryData<string> ModuleCases => Fixtures.Names("init.json", "module");

    [Theory]
    [MemberData(nameof(ModuleCases))]
    public void Should_EqualPyTorchsDefault_When_ModuleIsMadeWithSeed(string name)
    {
        using var scope = NewDisposeScope();
        var json = Fixtures.Of("init.json", "module")[name];
        manual_seed(json.GetProperty("seed").GetInt64());

        using var module = ModuleTable.Entries[json.GetProperty("module").GetString()!](new(json.GetProperty("args")));

        var state = module.state_dict();
        var expected = ReferenceTensor.ReadNamed(json.GetProperty("state"));
        Assert.Equal(expected.Keys.Order(), state.Keys.Order());
        foreach (var (key, value) in expected)
        {
            Close.Equal(value, state[key], Tolerance.Single, key);
        }
    }

    [Fact]
    public void Should_BoundByFanIn_When_LayersAreMadeByDefault()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var convolution = Conv2d(16, 64, 3);
        using var dense = Linear(200, 300);

        foreach (var (parameters, fan) in new[] { (convolution.parameters(), 16 * 9), (dense.parameters(), 200) })
        {
            foreach (var parameter in parameters)
            {
                var bound = 1 / Math.Sqrt(fan);
                var values = Close.Values(parameter);
                Assert.All(values, value => Assert.InRange(value, -bound, bound));
                Assert.True(values.Max() > 0.9 * bound && values.Min() < -0.9 * bound);
            }
        }
    }
}
