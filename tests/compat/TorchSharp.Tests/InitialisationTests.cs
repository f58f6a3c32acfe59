using System.Text.Json;
using TorchSharp.Tests.Support;
using TorchSharp.Tests.Tables;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>Initialisation: PyTorch's own values for the same seed, and the moments and bounds that the papers give.</summary>
[Trait("Needs", "Libtorch")]
public class InitialisationTests
{
    public static TheoryData<string> Functions => Fixtures.Names("init.json", "key", json => json.TryGetProperty("out", out _));

    public static TheoryData<string> ModuleCases => Fixtures.Names("init.json", "key", json => json.TryGetProperty("state", out _));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Should_EqualPyTorch_When_Seeded(string name)
    {
        using var scope = NewDisposeScope();
        var json = Fixtures.Of("init.json", "key")[name];
        var expected = ReferenceTensor.Read(json.GetProperty("out"));
        var tensor = full(expected.Shape, 9f);
        manual_seed(json.GetProperty("seed").GetInt64());

        var result = InitTable.Entries[json.GetProperty("key").GetString()!](tensor, new(json.GetProperty("args")));

        Close.Equal(expected, tensor, Tolerance.Single, "tensor");
        Close.Equal(expected, result, Tolerance.Single, "result");
        Assert.False(tensor.requires_grad);
    }

    [Theory]
    [MemberData(nameof(ModuleCases))]
    public void Should_EqualPyTorchsDefault_When_ModuleIsMadeWithSeed(string name)
    {
        using var scope = NewDisposeScope();
        var json = Fixtures.Of("init.json", "key")[name];
        manual_seed(json.GetProperty("seed").GetInt64());

        using var module = ModuleTable.Entries[json.GetProperty("case").GetString()!](new(json.GetProperty("args")));

        var state = module.state_dict();
        var expected = ReferenceTensor.ReadNamed(json.GetProperty("state"));
        Assert.Equal(expected.Keys.Order(), state.Keys.Order());
        foreach (var (key, value) in expected)
        {
            Close.Equal(value, state[key], Tolerance.Single, key);
        }
    }

    [Theory]
    [InlineData("kaiming_normal_", 0.0)]
    [InlineData("kaiming_uniform_", 0.0)]
    [InlineData("xavier_uniform_", 0.0)]
    [InlineData("normal_", 0.5)]
    public void Should_HaveTheMomentsOfTheDistribution_When_Large(string name, double mean)
    {
        using var scope = NewDisposeScope();
        manual_seed(99);
        var tensor = zeros(64, 32, 3, 3);
        using var arguments = JsonDocument.Parse("""{"relu":true,"mean":0.5,"std":0.1}""");

        InitTable.Entries[name](tensor, new(arguments.RootElement));

        // Fans: 32 * 9 in, 64 * 9 out. ReLU's gain is sqrt(2).
        var deviation = name switch
        {
            "normal_" => 0.1,
            "xavier_uniform_" => Math.Sqrt(2.0 / ((32 * 9) + (64 * 9))),
            _ => Math.Sqrt(2.0 / (32 * 9)),
        };
        var values = Close.Values(tensor);
        Assert.Equal(mean, values.Average(), 6 * deviation / Math.Sqrt(values.Length));
        Assert.Equal(deviation, Math.Sqrt(values.Average(value => Math.Pow(value - mean, 2))), deviation * 0.03);
        if (name.Contains("uniform", StringComparison.Ordinal))
        {
            var bound = deviation * Math.Sqrt(3);
            Assert.All(values, value => Assert.InRange(value, -bound, bound));
            Assert.True(values.Max() > 0.99 * bound && values.Min() < -0.99 * bound);
        }
    }

    [Fact]
    public void Should_GiveTheGainAndTheFans_When_Asked()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU), 12);
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh), 12);
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Sigmoid), 12);
        Assert.Equal(Math.Sqrt(2 / (1 + 0.04)), init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2), 12);
        Assert.Equal((3L * 4 * 5, 2L * 4 * 5), init.CalculateFanInAndFanOut(zeros(2, 3, 4, 5)));
        var uniform = Close.Values(init.uniform_(zeros(1000), -2, 4));
        Assert.All(uniform, value => Assert.InRange(value, -2, 4));
        Assert.Equal(1, uniform.Average(), 0.3);
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
