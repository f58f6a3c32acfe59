using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp.Modules;
using TorchSharp.Tests.Support;
using static TorchSharp.Tests.Support.Make;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>A convolution and its ReLU in a sequence give what the two give alone, whatever an engine keeps between calls.</summary>
[Trait("Needs", "Libtorch")]
public class ConvolutionBeforeReLUTests
{
    public static TheoryData<string, Func<Conv2d>> Convolutions => new()
    {
        { "3x3", () => Conv2d(4, 6, 3, padding: 1) },
        { "no bias", () => Conv2d(4, 6, 3, bias: false) },
        { "1x1", () => Conv2d(4, 6, 1) },
        { "strided", () => Conv2d(4, 6, 3, stride: 2, padding: 1) },
        { "dilated", () => Conv2d(4, 6, 3, dilation: 2) },
        { "grouped", () => Conv2d(4, 6, 3, groups: 2) },
        { "depthwise", () => Conv2d(4, 4, 3, padding: 1, groups: 4) },
        { "reflecting", () => Conv2d(4, 6, 3, padding: 1, padding_mode: PaddingModes.Reflect) },
    };

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Should_EqualTheTwoAlone_When_ShapesAndLayoutsChange(string name, Func<Conv2d> create)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        manual_seed(1);
        var conv = create();
        var both = Sequential(conv, ReLU());

        foreach (var input in new[] { noise(3, 4, 12, 12), noise(1, 4, 12, 12), noise(3, 4, 9, 7), Layout.ChannelsLast(noise(5, 4, 12, 12)), noise(4, 12, 12) })
        {
            Close.Equal(conv.call(input).relu_(), both.call(input), Tolerance.Single, name);
            Close.Equal(conv.call(input).relu_(), both.call(input), Tolerance.Single, $"{name}, again");
        }
    }

    [Fact]
    public void Should_SeeNewWeights_When_TheyChangeInPlaceOrAreReplaced()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        manual_seed(2);
        var conv = Conv2d(4, 6, 3);
        var both = Sequential(conv, ReLU());
        var input = noise(2, 4, 8, 8);
        Action[] changes =
        [
            () => { },
            () => conv.weight.add_(0.5),
            () => conv.bias!.add_(1),
            () => conv.weight = new Parameter(noise(6, 4, 3, 3), requires_grad: false),
            () => conv.bias = null,
            () => both.load_state_dict(new Dictionary<string, Tensor> { ["0.weight"] = noise(6, 4, 3, 3) }, strict: false),
        ];

        foreach (var (i, change) in changes.Index())
        {
            change();
            Close.Equal(conv.call(input).relu_(), both.call(input), Tolerance.Single, $"change {i}");
        }
    }

    [Fact]
    public void Should_HaveTheSameGradients_When_Trained()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var conv = Conv2d(4, 6, 3);
        var both = Sequential(conv, ReLU());
        using (no_grad())
        {
            both.call(noise(2, 4, 8, 8));
        }

        var input = noise(2, 4, 8, 8).Leaf();
        conv.call(input).relu_().sum().backward();
        var (ofInput, ofWeight, ofBias) = (input.grad!.Copy(), conv.weight.grad!.Copy(), conv.bias!.grad!.Copy());
        conv.ForgetGradients();
        input.grad = null;
        both.call(input).sum().backward();

        Close.Equal(ofInput, input.grad!, Tolerance.Single, "input");
        Close.Equal(ofWeight, conv.weight.grad!, Tolerance.Single, "weight");
        Close.Equal(ofBias, conv.bias.grad!, Tolerance.Single, "bias");
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void Should_KeepTheType_When_NotSingle(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var conv = Conv2d(2, 3, 3, dtype: type);
        var input = noise(2, 2, 6, 6).to(type);

        var both = Sequential(conv, ReLU()).call(input);

        Assert.Equal(type, both.dtype);
        Close.Equal(conv.call(input).relu_(), both, Tolerance.Brain, "values");
    }

    [Fact]
    public void Should_SayWhatTheConvolutionSays_When_TheKernelIsLargerThanTheInput()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var both = Sequential(Conv2d(4, 6, 3), ReLU());

        var error = Assert.Throws<ExternalException>(() => both.call(noise(2, 4, 2, 8)));

        Assert.Contains("Kernel size can't be greater than actual input size", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_SayWhatTheConvolutionSays_When_TheBiasIsOfAnotherSize()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var conv = Conv2d(4, 6, 3);
        conv.bias = new Parameter(noise(5), requires_grad: false);

        var error = Assert.Throws<ExternalException>(() => Sequential(conv, ReLU()).call(noise(2, 4, 8, 8)));

        Assert.Contains("expected bias to be 1-dimensional with 6 elements", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_GiveAnEmptyBatch_When_TheBatchIsEmpty()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();

        Assert.Equal([0L, 3, 4, 4], Sequential(Conv2d(2, 3, 3), ReLU()).call(zeros(0, 2, 6, 6)).shape);
    }

    [Fact]
    public void Should_RunHooks_When_EitherHasOne()
    {
        using var scope = NewDisposeScope();
        var (conv, relu) = (Conv2d(2, 3, 3), ReLU());
        var both = Sequential(conv, relu);
        var lowest = 1.0;
        conv.register_forward_hook((_, _, output) =>
        {
            lowest = Close.Values(output).Min();
            return output;
        });

        both.call(noise(2, 2, 6, 6));

        Assert.True(lowest < 0, "the hook must see what the convolution gives, before the ReLU");
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_ComputeInBf16_When_Autocast()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        manual_seed(4);
        var conv = Conv2d(8, 8, 3, padding: 1);
        var both = Sequential(conv, ReLU());
        var input = noise(2, 8, 8, 8);
        var plain = both.call(input);
        using var cast = Seam.Call<IDisposable>("Autocast", CPU);
        var alone = conv.call(input).relu_();

        var together = both.call(input);

        Assert.Equal(ScalarType.BFloat16, together.dtype);
        Close.Equal(alone, together, Tolerance.Brain, "bf16");
        Close.Equal(plain, together, Tolerance.Brain, "fp32");
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_KeepTheLayout_When_InputIsChannelsLast()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var both = Sequential(Conv2d(4, 6, 3), ReLU());

        Assert.True(Layout.IsChannelsLast(both.call(Layout.ChannelsLast(noise(2, 4, 8, 8)))));
    }

    // Whole tiles of 3 or 4 a side and cut ones, whole vectors of channels and panels of outputs and parts of them, few tiles
    // and many; the first and the last are not worth tiles.
    [Theory]
    [InlineData(2, 1, 32, 48, 48)]
    [InlineData(1, 32, 32, 48, 48)]
    [InlineData(1, 32, 64, 24, 24)]
    [InlineData(1, 128, 128, 12, 12)]
    [InlineData(1, 128, 256, 6, 6)]
    [InlineData(5, 256, 256, 6, 6)]
    [InlineData(64, 64, 64, 3, 3)]
    [InlineData(16, 16, 32, 4, 4)]
    [InlineData(7, 40, 56, 7, 5)]
    [InlineData(4, 33, 47, 9, 13)]
    [InlineData(3, 17, 30, 21, 10)]
    [InlineData(2, 512, 512, 7, 7)]
    [InlineData(1, 64, 64, 1, 40)]
    [InlineData(64, 2, 3, 5, 5)]
    public void Should_StayNearTheExactSums_When_ChannelsLast(long batch, long channels, long outputs, long height, long width)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        manual_seed(5);
        foreach (var bias in new[] { true, false })
        {
            var conv = Conv2d(channels, outputs, 3, padding: 1, bias: bias);
            var exact = Conv2d(channels, outputs, 3, padding: 1, bias: bias, dtype: ScalarType.Float64);
            exact.weight = new Parameter(conv.weight.to(ScalarType.Float64));
            exact.bias = bias ? new Parameter(conv.bias!.to(ScalarType.Float64)) : null;
            var input = Layout.ChannelsLast(noise(batch, channels, height, width));
            var expected = Close.Values(exact.call(input.to(ScalarType.Float64)).relu_());

            var actual = Sequential(conv, ReLU()).call(input);

            Assert.Equal([batch, outputs, height, width], actual.shape);
            var worst = expected.Zip(Close.Values(actual)).Max(pair => Math.Abs(pair.First - pair.Second));
            Assert.True(worst <= 1e-5 * expected.Max(), $"{(bias ? "with" : "without")} bias: off by {worst}, where the largest is {expected.Max()}");
        }
    }

    [Fact]
    public void Should_SeeNewWeights_When_CutIntoTiles()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        manual_seed(6);
        var conv = Conv2d(32, 40, 3, padding: 1);
        var both = Sequential(conv, ReLU());
        var loose = new Tolerance(1e-5, 1e-5);
        Action[] changes =
        [
            () => { },
            () => conv.weight.add_(0.01),
            () => conv.bias!.add_(1),
            () => conv.weight = new Parameter(noise(40, 32, 3, 3).mul(0.1), requires_grad: false),
            () => conv.bias = null,
        ];

        foreach (var (i, change) in changes.Index())
        {
            change();
            foreach (var batch in new[] { 3, 1, 3 })
            {
                var input = Layout.ChannelsLast(noise(batch, 32, 12 + i, 12));
                Close.Equal(conv.call(input).relu_(), both.call(input), loose, $"change {i}, batch of {batch}");
            }
        }
    }

    [Theory]
    [InlineData(2, 64, 24)]
    [InlineData(1, 256, 6)]
    public void Should_GiveTheSameBits_When_ThreadsDiffer(long batch, long channels, long side)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        manual_seed(7);
        var both = Sequential(Conv2d(channels, channels, 3, padding: 1), ReLU());
        var input = Layout.ChannelsLast(noise(batch, channels, side, side));
        var expected = Close.Values(both.call(input));
        var before = get_num_threads();
        try
        {
            foreach (var threads in new[] { 1, 2, 3, before })
            {
                set_num_threads(threads);
                Assert.True(expected.AsSpan().SequenceEqual(Close.Values(both.call(input))), $"{threads} threads");
            }
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    [Trait("Needs", "SystemStack")]
    public void Should_CutIntoTiles_When_Fp32InferenceChannelsLast()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        using var scope = NewDisposeScope();
        manual_seed(8);
        var both = Sequential(Conv2d(32, 32, 3, padding: 1), ReLU());
        var strided = Sequential(Conv2d(32, 32, 3, padding: 1, stride: 2), ReLU());
        var input = noise(4, 32, 12, 12);

        if (Avx2.IsSupported && Fma.IsSupported)
        {
            using var off = no_grad();
            Assert.True(IsCutIntoTiles(both, Layout.ChannelsLast(input)), "the fast way is not taken");
        }

        Assert.False(IsCutIntoTiles(both, Layout.ChannelsLast(input)), "with gradients");
        using (no_grad())
        {
            Assert.False(IsCutIntoTiles(both, input), "channels outermost");
            Assert.False(IsCutIntoTiles(strided, Layout.ChannelsLast(input)), "strided");
        }

        using (no_grad())
        using (Seam.Call<IDisposable>("Autocast", CPU))
        {
            Assert.False(IsCutIntoTiles(both, Layout.ChannelsLast(input)), "bf16");
        }

        Seam.Call("Deterministic", true);
        try
        {
            using var off = no_grad();
            Assert.False(IsCutIntoTiles(both, Layout.ChannelsLast(input)), "deterministic");
        }
        finally
        {
            Seam.Call("Deterministic", false);
        }
    }

    // Winograd's tiles share what they compute: infinity in one input is no longer a matter of the nine outputs around it.
    private static bool IsCutIntoTiles(Sequential both, Tensor input)
    {
        var spoilt = input.Copy();
        spoilt.narrow(2, 2, 1).narrow(3, 2, 1).add_(double.PositiveInfinity);
        var (clean, dirty) = (both.call(input), both.call(spoilt));
        return Values(clean).Zip(Values(dirty)).Any(pair => !pair.First.Equals(pair.Second));

        static double[] Values(Tensor output) => Close.Values(output.narrow(2, 0, 1).narrow(3, 0, 1));
    }
}
