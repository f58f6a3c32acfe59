using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;
using TorchSharp;
using static TorchSharp.torch;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>
/// Runs a model's nodes one after the other over TorchSharp, as their definitions say: it judges what was written, it is not fast. fp16 is
/// rounded after every node, int8 is rounded where the model says so; sums run in float32.
/// </summary>
public sealed class OnnxEvaluator : IDisposable
{
    private const int BatchSize = 64;

    private readonly OnnxModel _model;
    private readonly List<OnnxNode> _nodes = [];
    private readonly Dictionary<string, Tensor> _constants = [];
    private readonly Dictionary<string, long[]> _integers = [];
    private readonly HashSet<string> _halves;
    private readonly Dictionary<string, int> _lastUse = [];
    private readonly Dictionary<OnnxNode, nn.Module<Tensor, Tensor>> _layers = new(ReferenceEqualityComparer.Instance);

    /// <param name="model">The model, as it was written or read.</param>
    public OnnxEvaluator(OnnxModel model)
    {
        _model = model;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var constant in model.Constants)
        {
            Keep(constant);
        }

        _halves = [.. model.Constants.Where(constant => constant.Type == OnnxType.Float16).Select(constant => constant.Name)];
        foreach (var node in model.Nodes)
        {
            Note(node);
        }
    }

    /// <summary>Runs the model.</summary>
    /// <param name="input">Faces (N, 1, 48, 48), grey, 0 to 255, float32, on the CPU.</param>
    /// <param name="seen">Is shown every value by its name, which it must not keep; null to show none.</param>
    /// <returns>Probabilities (N, classes).</returns>
    public Tensor Run(Tensor input, Action<string, Tensor>? seen = null)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var values = new Dictionary<string, Tensor> { [OnnxModel.Input] = input };
        for (var i = 0; i < _nodes.Count; i++)
        {
            var node = _nodes[i];
            var output = Run(node, [.. node.Inputs.Where(name => !_integers.ContainsKey(name)).Select(name => _constants.GetValueOrDefault(name) ?? values[name])]);
            values[node.Output] = output;
            seen?.Invoke(node.Output, output);
            foreach (var spent in node.Inputs.Where(name => name != OnnxModel.Input && values.ContainsKey(name) && _lastUse[name] == i).Distinct())
            {
                values[spent].Dispose();
            }
        }

        return values[OnnxModel.Probabilities].MoveToOuterDisposeScope();
    }

    /// <summary>Predicts every face.</summary>
    public Predictions Predict(FaceSet faces)
    {
        var classes = faces.ClassNames.Count;
        var probabilities = new float[faces.Count * classes];
        InBatches(faces, (start, input) =>
        {
            using var batch = Run(input);
            batch.contiguous().data<float>().CopyTo(probabilities, start * classes);
        });
        return new(probabilities, faces.Labels.ToArray(), classes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var constant in _constants.Values)
        {
            constant.Dispose();
        }

        foreach (var layer in _layers.Values)
        {
            layer.Dispose();
        }
    }

    /// <summary>Faces in batches as a model takes them.</summary>
    internal static void InBatches(FaceSet faces, Action<int, Tensor> run)
    {
        for (var start = 0; start < faces.Count; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(BatchSize, faces.Count - start);
            var pixels = faces.Pixels.Slice(start * FaceSet.PixelsPerFace, count * FaceSet.PixelsPerFace).ToArray();
            run(start, tensor(pixels, [count, 1, FaceSet.Side, FaceSet.Side]).to(ScalarType.Float32));
        }
    }

    private void Keep(OnnxTensor constant)
    {
        if (constant.Type == OnnxType.Int64)
        {
            _integers[constant.Name] = constant.ToIntegers();
        }
        else
        {
            _constants[constant.Name] = tensor(constant.ToSingles(), [.. constant.Shape]).DetachFromDisposeScope();
        }
    }

    // What hangs on constants alone is computed once.
    private void Note(OnnxNode node)
    {
        var isHalf = node.Operator == "Cast"
            ? node.Integer("to", 0) == (long)OnnxType.Float16
            : node.Inputs.Any(_halves.Contains);
        if (isHalf)
        {
            _halves.Add(node.Output);
        }

        if (node.Inputs.All(_constants.ContainsKey))
        {
            _constants[node.Output] = Run(node, [.. node.Inputs.Select(name => _constants[name])]).DetachFromDisposeScope();
            return;
        }

        foreach (var input in node.Inputs)
        {
            _lastUse[input] = _nodes.Count;
        }

        _nodes.Add(node);
    }

    private Tensor Run(OnnxNode node, Tensor[] inputs)
    {
        var x = inputs[0];
        var output = node.Operator switch
        {
            "Div" => x.div(inputs[1]),
            "Add" => x.add(inputs[1]),
            "Mul" => x.mul(inputs[1]),
            "Relu" => x.mul(1f).relu_(),
            "Sigmoid" => x.sigmoid(),
            "Softmax" => nn.functional.softmax(x, node.Integer("axis", -1)),
            "Flatten" => x.flatten(node.Integer("axis", 1)),
            "GlobalAveragePool" => x.sum([2, 3], keepdim: true).div(x.size(2) * x.size(3)),
            "BatchNormalization" => Normalised(node, inputs),
            "Slice" => Sliced(x, _integers[node.Inputs[1]], _integers[node.Inputs[2]], _integers[node.Inputs[3]]),
            "Conv" or "Gemm" or "MaxPool" => Layer(node, inputs).call(x),
            "Cast" => x.mul(1f),
            "QuantizeLinear" => Quantised(node, inputs),
            "DequantizeLinear" => Dequantised(node, inputs),
            _ => throw new NotSupportedException($"{_model.Name} has a node '{node.Operator}', which is not computed here"),
        };
        return _halves.Contains(node.Output) ? output.to(ScalarType.Float16).to(ScalarType.Float32) : output;
    }

    private nn.Module<Tensor, Tensor> Layer(OnnxNode node, Tensor[] inputs)
    {
        if (!_layers.TryGetValue(node, out var layer))
        {
            layer = _layers[node] = node.Operator switch
            {
                "Conv" => Convolution(node, inputs),
                "Gemm" => Dense(node, inputs),
                _ => nn.MaxPool2d(Square(node, "kernel_shape"), stride: Square(node, "strides", 1)),
            };
            layer.eval();
        }

        return layer;
    }

    private static TorchSharp.Modules.Conv2d Convolution(OnnxNode node, Tensor[] inputs)
    {
        var (weight, groups) = (inputs[1], node.Integer("group", 1));
        var layer = nn.Conv2d(
            weight.size(1) * groups,
            weight.size(0),
            weight.size(2),
            stride: Square(node, "strides", 1),
            padding: Square(node, "pads", 0),
            dilation: Square(node, "dilations", 1),
            groups: groups,
            bias: inputs.Length > 2);
        layer.weight = Weights(weight);
        layer.bias = inputs.Length > 2 ? Weights(inputs[2]) : null;
        return layer;
    }

    private static TorchSharp.Modules.Linear Dense(OnnxNode node, Tensor[] inputs)
    {
        if (node.Integer("transB", 0) != 1)
        {
            throw new NotSupportedException($"'{node.Output}' is a Gemm without transB, which is not computed here");
        }

        var layer = nn.Linear(inputs[1].size(1), inputs[1].size(0), hasBias: inputs.Length > 2);
        layer.weight = Weights(inputs[1]);
        layer.bias = inputs.Length > 2 ? Weights(inputs[2]) : null!;
        return layer;
    }

    // A copy: a parameter takes over what it is made from.
    private static TorchSharp.Modules.Parameter Weights(Tensor values) => new(values.mul(1f), requires_grad: false);

    private static long Square(OnnxNode node, string attribute, long otherwise = 0)
    {
        var sides = node.Integers(attribute, otherwise);
        return sides.All(side => side == sides[0])
            ? sides[0]
            : throw new NotSupportedException($"'{node.Output}' has {attribute} of {string.Join(", ", sides)}; only equal ones are computed here");
    }

    private static Tensor Normalised(OnnxNode node, Tensor[] inputs)
    {
        long[] shape = [1, -1, .. Enumerable.Repeat(1L, inputs[0].shape.Length - 2)];
        var (weight, bias, mean, variance) = (inputs[1].reshape(shape), inputs[2].reshape(shape), inputs[3].reshape(shape), inputs[4].reshape(shape));
        return inputs[0].sub(mean).div(variance.add(node.Number("epsilon", 1e-5f)).sqrt()).mul(weight).add(bias);
    }

    private static Tensor Sliced(Tensor input, long[] starts, long[] ends, long[] axes)
    {
        for (var i = 0; i < axes.Length; i++)
        {
            input = input.narrow(axes[i], starts[i], ends[i] - starts[i]);
        }

        return input.contiguous();
    }

    // uint8, as activations are: saturate(round(x / scale) + zero), halves to even.
    private static Tensor Quantised(OnnxNode node, Tensor[] inputs)
    {
        const float roundsToEven = 12_582_912; // 1.5 · 2²³: what is added to it loses its fraction
        var zero = inputs[2].ToSingle();
        return inputs[0].div(inputs[1]).clamp_(-zero, 255 - zero).add_(roundsToEven).add_(-roundsToEven).add_(zero);
    }

    private static Tensor Dequantised(OnnxNode node, Tensor[] inputs)
    {
        if (inputs[1].shape.Length == 0)
        {
            return inputs[0].sub(inputs[2]).mul(inputs[1]);
        }

        var axis = (int)node.Integer("axis", 1);
        long[] shape = [.. inputs[0].shape.Select((_, i) => i == axis ? -1L : 1L)];
        return inputs[0].sub(inputs[2].reshape(shape)).mul(inputs[1].reshape(shape));
    }
}
