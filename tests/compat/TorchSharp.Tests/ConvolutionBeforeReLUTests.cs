using System.Runtime.InteropServices;
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
}
