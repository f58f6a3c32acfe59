using System.Runtime.InteropServices;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>
/// The int8 form, in ONNX's QDQ notation: uint8 values with one scale and zero each, int8 weights with a scale for each output channel and
/// no zero, int32 biases. Every engine may run it as written, and a fast one fuses the pairs into integer arithmetic. (Jacob et al. 2018,
/// arXiv 1712.05877.)
/// </summary>
internal sealed class Quantization
{
    private const string Quantised = "_quantized", Dequantised = "_dequantized";

    // A bias that is this many steps of its int32 leaves room for the sums that it is added to.
    private const float MostBiasSteps = 1 << 30;

    private readonly OnnxModel _model;
    private readonly Dictionary<string, ActivationRange> _ranges;
    private readonly Dictionary<string, OnnxTensor> _constants;
    private readonly HashSet<string> _open;
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _made = [];

    private Quantization(OnnxModel model, Dictionary<string, ActivationRange> ranges)
    {
        _model = model;
        _ranges = ranges;
        _constants = model.Constants.ToDictionary(constant => constant.Name);
        // The outputs stay as exact as they come, and what a ReLU cuts at once needs no rounding before it.
        _open = [OnnxModel.Logits, OnnxModel.Probabilities, .. model.Nodes.Where(node => node.Operator == "Relu").Select(node => node.Inputs[0])];
    }

    /// <summary>Converts a model in float32 whose batch norms are folded.</summary>
    /// <param name="model">The model.</param>
    /// <param name="ranges">The range of each of its values.</param>
    public static OnnxModel Of(OnnxModel model, Dictionary<string, ActivationRange> ranges) => new Quantization(model, ranges).Convert();

    private OnnxModel Convert()
    {
        foreach (var node in _model.Nodes)
        {
            Convert(node);
        }

        var used = _nodes.SelectMany(node => node.Inputs).ToHashSet();
        return _model with { Nodes = _nodes, Constants = [.. _model.Constants.Concat(_made).Where(constant => used.Contains(constant.Name))] };
    }

    private void Convert(OnnxNode node)
    {
        if (node.Operator is "MaxPool" or "Flatten" or "Slice")
        {
            // They pass numbers on as they are.
            _ranges[node.Output] = _ranges[node.Inputs[0]];
        }

        var inputs = node.Inputs.Select(input => IsQuantised(input) ? input + Dequantised : input).ToList();
        if (node.Operator is "Conv" or "Gemm")
        {
            inputs = [inputs[0], .. Weights(node)];
        }
        else if (node.Operator == "BatchNormalization")
        {
            throw new ArgumentException("int8 needs batch norms that are folded");
        }

        _nodes.Add(node with { Inputs = inputs });
        if (IsQuantised(node.Output))
        {
            Round(node.Output);
        }
    }

    private bool IsQuantised(string value) => _ranges.ContainsKey(value) && !_open.Contains(value);

    private void Round(string value)
    {
        var range = _ranges[value];
        string[] parameters =
        [
            Made(OnnxTensor.Of(value + "_scale", [], [range.Scale])),
            Made(new(value + "_zero", OnnxType.UInt8, [], [range.Zero])),
        ];
        _nodes.Add(new("QuantizeLinear", [value, .. parameters], value + Quantised));
        _nodes.Add(new("DequantizeLinear", [value + Quantised, .. parameters], value + Dequantised));
    }

    private string[] Weights(OnnxNode node)
    {
        var input = _ranges[node.Inputs[0]];
        var weight = _constants[node.Inputs[1]];
        var bias = node.Inputs.Count > 2 ? _constants[node.Inputs[2]].ToSingles() : null;
        var scales = Scales(weight, bias, input.Scale);
        var channel = (int)weight.Shape.Skip(1).Aggregate(1L, (product, side) => product * side);
        var rounded = weight.ToSingles().Select((value, i) => (sbyte)Math.Clamp(MathF.Round(value / scales[i / channel]), -127, 127)).ToArray();
        var name = Channels(weight.Name, new(weight.Name + Quantised, OnnxType.Int8, weight.Shape, MemoryMarshal.AsBytes(rounded.AsSpan()).ToArray()), scales, OnnxType.Int8);
        return bias is null ? [name] : [name, Bias(node.Inputs[2], bias, Array.ConvertAll(scales, scale => scale * input.Scale))];
    }

    private string Bias(string name, float[] bias, float[] scales)
    {
        var rounded = bias.Select((value, i) => (int)MathF.Round(value / scales[i])).ToArray();
        return Channels(name, new(name + Quantised, OnnxType.Int32, [bias.Length], MemoryMarshal.AsBytes(rounded.AsSpan()).ToArray()), scales, OnnxType.Int32);
    }

    // The greatest weight of each output channel is 127; a channel of next to nothing gets a step that its bias fits.
    private static float[] Scales(OnnxTensor weight, float[]? bias, float inputScale)
    {
        var values = weight.ToSingles();
        var scales = new float[weight.Shape[0]];
        var channel = values.Length / scales.Length;
        for (var i = 0; i < scales.Length; i++)
        {
            var greatest = 0f;
            foreach (var value in values.AsSpan(i * channel, channel))
            {
                greatest = Math.Max(greatest, Math.Abs(value));
            }

            var needed = bias is null ? 0 : Math.Abs(bias[i]) / inputScale / MostBiasSteps;
            var scale = Math.Max(greatest / 127, needed);
            scales[i] = scale > 0 ? scale : 1;
        }

        return scales;
    }

    private string Channels(string name, OnnxTensor rounded, float[] scales, OnnxType type)
    {
        _nodes.Add(new(
            "DequantizeLinear",
            [
                Made(rounded),
                Made(OnnxTensor.Of(name + "_scale", [scales.Length], scales)),
                Made(new(name + "_zero", type, [scales.Length], new byte[scales.Length * OnnxTensor.SizeOf(type)])),
            ],
            name + Dequantised,
            new OnnxAttribute("axis", 0)));
        return name + Dequantised;
    }

    private string Made(OnnxTensor constant)
    {
        _made.Add(constant);
        return constant.Name;
    }
}
