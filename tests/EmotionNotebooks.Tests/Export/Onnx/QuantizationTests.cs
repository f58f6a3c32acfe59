using System.Runtime.InteropServices;
using EmotionNotebooks.Export.Onnx;
using EmotionNotebooks.Metrics;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Export.Onnx;

[Trait("Needs", "Libtorch")]
public sealed class QuantizationTests
{
    private static readonly OnnxTensor Weight = OnnxTensor.Of("weight", [2, 2], [1.27f, -0.5f, 0, 0.0254f]);

    // Two outputs of two inputs, small enough to compute by hand.
    private static readonly OnnxModel Small = new()
    {
        Name = "small",
        Inputs = [new("input", OnnxType.Float32, [OnnxValue.Batch, 2])],
        Outputs = [new("logits", OnnxType.Float32, [OnnxValue.Batch, 2])],
        Nodes =
        [
            new("Div", ["input", "white"], "scaled"),
            new("Gemm", ["scaled", "weight", "bias"], "sum", new OnnxAttribute("transB", 1)),
            new("Relu", ["sum"], "positive"),
            new("Gemm", ["positive", "last"], "logits", new OnnxAttribute("transB", 1)),
            new("Softmax", ["logits"], "probabilities", new OnnxAttribute("axis", 1)),
        ],
        Constants = [OnnxTensor.Of("white", [], [255]), Weight, OnnxTensor.Of("bias", [2], [0.1f, -2]), Weight with { Name = "last" }],
    };

    [Fact]
    public void Should_Round_Each_Output_Channel_By_Its_Own_Scale()
    {
        var model = Quantization.Of(Small, Ranges());

        Assert.Equal([127, -50, 0, 127], Of<sbyte>("weight_quantized"));
        Assert.Equal([0.01f, 0.0002f], Of<float>("weight_scale"));
        // 0.1 / (0.01 / 255) and −2 / (0.0002 / 255)
        Assert.Equal([2550, -2_550_000], Of<int>("bias_quantized"));
        Assert.Equal([0, 0], Of<int>("bias_zero"));

        // Not before the ReLU, and not at the outputs.
        Assert.Equal(["scaled", "positive"], model.Nodes.Where(node => node.Operator == "QuantizeLinear").Select(node => node.Inputs[0]));

        T[] Of<T>(string name)
            where T : struct => MemoryMarshal.Cast<byte, T>(model.Constants.Single(constant => constant.Name == name).Bytes).ToArray();
    }

    [Fact]
    public void Should_Compute_What_The_Rounded_Numbers_Say()
    {
        using var evaluator = new OnnxEvaluator(Quantization.Of(Small, Ranges()));
        var seen = new Dictionary<string, float[]>();

        using var result = evaluator.Run(tensor(new float[] { 255, 51, 0, 0 }, [2, 2]), (name, value) => seen[name] = value.contiguous().data<float>().ToArray());

        Assert.Equal([255, 51, 0, 0], seen["scaled_quantized"]);
        Close([1.27f - 0.1f + 0.1f, 0.00508f - 2, 0.1f, -2], seen["sum"]);
        // Steps of 0.01: halves go to the even neighbour, and below zero nothing is left.
        Assert.Equal([127, 0, 10, 0], seen["positive_quantized"]);
        Close([1.27f * 1.27f, 0, 0.127f, 0], seen["logits"]);

        static void Close(float[] expected, float[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Should_Keep_Zero_Exact_When_A_Range_Is_Chosen()
    {
        Assert.Equal(new ActivationRange(1 / 255f, 0), ActivationRange.Of(0.2f, 1));
        Assert.Equal(new ActivationRange(2 / 255f, 255), ActivationRange.Of(-2, -1));
        Assert.Equal(new ActivationRange(4 / 255f, 64), ActivationRange.Of(-1, 3));
        Assert.Equal(new ActivationRange(1, 0), ActivationRange.Of(0, 0));
    }

    [Fact]
    public void Should_Widen_The_Scale_When_A_Channels_Bias_Would_Not_Fit()
    {
        var weak = Small with { Constants = [.. Small.Constants.Take(1), OnnxTensor.Of("weight", [2, 2], [1, 1, 1e-12f, 0]), Small.Constants[2], Small.Constants[3]] };

        var model = Quantization.Of(weak, Ranges());

        var bias = MemoryMarshal.Cast<byte, int>(model.Constants.Single(constant => constant.Name == "bias_quantized").Bytes).ToArray();
        Assert.InRange(bias[1], -(1 << 30) - 100, -(1 << 30) + 100);
    }

    [Theory]
    [InlineData(OnnxForm.Fp32, 1, 2e-4f, 0, "a probability differs by 2.0e-4; at most 1e-4 is right")]
    [InlineData(OnnxForm.Fp32, 1, 9e-5f, 0, null)]
    [InlineData(OnnxForm.Int8, 1000, 0.4f, 5, null)]
    [InlineData(OnnxForm.Int8, 1000, 0.4f, 6, "accuracy falls by 0.60 points; at most 0.5 is right")]
    [InlineData(OnnxForm.Int8, 100, 0.4f, 2, null)]
    [InlineData(OnnxForm.Int8, 100, 0.4f, 3, "accuracy falls by 3.00 points; at most 0.5 is right")]
    [InlineData(OnnxForm.Fp16, 1000, 0.4f, -9, null)]
    public void Should_Say_Where_A_Model_Is_Not_The_Librarys(OnnxForm form, int faces, float difference, int lost, string? fault)
    {
        var parity = new OnnxParity(WilsonInterval.Of(0, faces), -(double)lost / faces, difference, 0);

        Assert.Equal(fault, parity.Fault(form, faces));
    }

    private static Dictionary<string, ActivationRange> Ranges() => new()
    {
        ["scaled"] = ActivationRange.Of(0, 1),
        ["sum"] = ActivationRange.Of(-2, 2),
        ["positive"] = new(0.01f, 0),
        ["logits"] = ActivationRange.Of(-1, 1),
    };
}
