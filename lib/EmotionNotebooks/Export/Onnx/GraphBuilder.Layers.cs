using TorchSharp;
using TorchSharp.Modules;

namespace EmotionNotebooks.Export.Onnx;

/// <content>What layers and functions are in ONNX.</content>
internal sealed partial class GraphBuilder
{
    /// <summary>(N, C, H, W) → (N, C, 1, 1): the mean of each channel.</summary>
    public OnnxValue GlobalMean(OnnxValue input) => Add("GlobalAveragePool", [.. input.Shape.Take(2), 1, 1], [input.Name]);

    /// <summary>(N, C, H, W) → (N, C·H·W).</summary>
    public OnnxValue Flatten(OnnxValue input) =>
        Add("Flatten", [input.Shape[0], input.Shape.Skip(1).Aggregate(1L, (product, side) => product * side)], [input.Name], [new("axis", 1)]);

    /// <summary>The centre of each map.</summary>
    /// <param name="input">Maps (N, C, H, W).</param>
    /// <param name="start">Rows and columns left out before it.</param>
    /// <param name="length">Rows and columns that stay.</param>
    public OnnxValue Crop(OnnxValue input, long start, long length) => Add(
        "Slice",
        [.. input.Shape.Take(2), length, length],
        [input.Name, Constant("starts", start, start), Constant("ends", start + length, start + length), Constant("axes", 2, 3)]);

    /// <summary>1 / (1 + e⁻ˣ), element by element.</summary>
    public OnnxValue Sigmoid(OnnxValue input) => Add("Sigmoid", input.Shape, [input.Name]);

    /// <summary>Rectified: what is below zero becomes zero.</summary>
    public OnnxValue Rectified(OnnxValue input) => Add("Relu", input.Shape, [input.Name]);

    /// <summary>The sum of two values of one shape.</summary>
    public OnnxValue Sum(OnnxValue left, OnnxValue right) => Add("Add", left.Shape, [left.Name, right.Name]);

    /// <summary>Maps (N, C, H, W), each channel times its factor (N, C, 1, 1).</summary>
    public OnnxValue Scale(OnnxValue maps, OnnxValue factors) => Add("Mul", maps.Shape, [maps.Name, factors.Name]);

    /// <summary>A dense layer over the channels of (N, C, 1, 1), as the 1×1 convolution that it then is: no reshaping before and after.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">Its input.</param>
    public OnnxValue DenseOverChannels(Linear layer, OnnxValue input)
    {
        var outer = _scope;
        _scope = _paths.GetValueOrDefault(layer, outer);
        var sides = layer.weight.shape;
        using var weight = layer.weight.reshape(sides[0], sides[1], 1, 1);
        var output = Add("Conv", [input.Shape[0], sides[0], 1, 1], WithBias([input.Name, Constant("weight", weight)], layer.bias), [new("kernel_shape", Integers: [1, 1])]);
        _scope = outer;
        return output;
    }

    private OnnxValue Convolution(Conv2d layer, OnnxValue input)
    {
        var kernel = layer.weight.shape;
        var padding = layer.padding ?? throw new NotSupportedException($"'{_scope}' pads by a rule; only numbers of rows and columns are written");
        long Side(int axis) => Windows(input.Shape[axis + 2], kernel[axis + 2], layer.stride[axis], padding[axis], layer.dilation[axis]);
        return Add(
            "Conv",
            [input.Shape[0], kernel[0], Side(0), Side(1)],
            WithBias([input.Name, Constant("weight", layer.weight)], layer.bias),
            [
                new("dilations", Integers: layer.dilation),
                new("group", layer.groups),
                new("kernel_shape", Integers: [kernel[2], kernel[3]]),
                new("pads", Integers: [.. padding, .. padding]),
                new("strides", Integers: layer.stride),
            ]);
    }

    private OnnxValue Dense(Linear layer, OnnxValue input) => Add(
        "Gemm",
        [input.Shape[0], layer.weight.shape[0]],
        WithBias([input.Name, Constant("weight", layer.weight)], layer.bias),
        [new("transB", 1)]);

    private OnnxValue Normalisation(BatchNorm layer, OnnxValue input) => Add(
        "BatchNormalization",
        input.Shape,
        [
            input.Name,
            Constant("weight", layer.weight),
            Constant("bias", layer.bias!),
            Constant("running_mean", layer.running_mean!),
            Constant("running_var", layer.running_var!),
        ],
        [new("epsilon", Number: (float)layer.eps)]);

    private OnnxValue Pooling(MaxPool2d layer, OnnxValue input)
    {
        if (layer.ceil_mode || layer.padding?.Any(rows => rows != 0) == true || layer.dilation?.Any(step => step != 1) == true)
        {
            throw new NotSupportedException($"'{_scope}' pads, rounds up or dilates; only plain pooling is written");
        }

        var stride = layer.stride ?? layer.kernel_size;
        long Side(int axis) => Windows(input.Shape[axis + 2], layer.kernel_size[axis], stride[axis], 0, 1);
        return Add(
            "MaxPool",
            [.. input.Shape.Take(2), Side(0), Side(1)],
            [input.Name],
            [new("kernel_shape", Integers: layer.kernel_size), new("strides", Integers: stride)]);
    }

    private static long Windows(long side, long kernel, long stride, long padding, long dilation) =>
        ((side + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;

    private List<string> WithBias(List<string> inputs, torch.Tensor? bias)
    {
        if (bias is not null)
        {
            inputs.Add(Constant("bias", bias));
        }

        return inputs;
    }
}
