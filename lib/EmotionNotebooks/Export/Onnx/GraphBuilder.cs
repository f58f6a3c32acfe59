using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>Grows a graph, module by module, and knows the shape of every value. Nodes are named after the modules they come from.</summary>
internal sealed partial class GraphBuilder
{
    private readonly Dictionary<nn.Module, string> _paths = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _names = [];
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _constants = [];
    private readonly List<OnnxValue> _values = [];
    private string _scope = "";

    /// <param name="network">The network whose modules give the names.</param>
    internal GraphBuilder(nn.Module network)
    {
        foreach (var (path, module) in network.named_modules())
        {
            _paths.TryAdd(module, path);
        }
    }

    /// <summary>The nodes so far.</summary>
    internal IReadOnlyList<OnnxNode> Nodes => _nodes;

    /// <summary>The constants so far.</summary>
    internal IReadOnlyList<OnnxTensor> Constants => _constants;

    /// <summary>What the nodes so far make.</summary>
    internal IReadOnlyList<OnnxValue> Values => _values;

    /// <summary>Adds the nodes of a module.</summary>
    /// <param name="module">A layer, a sequence, or an <see cref="IOnnxModule"/>.</param>
    /// <param name="input">Its input.</param>
    /// <returns>Its output; the input itself where the module does nothing in evaluation mode.</returns>
    /// <exception cref="NotSupportedException">The module is none of these; the message says what to add.</exception>
    public OnnxValue Call(nn.Module module, OnnxValue input)
    {
        var outer = _scope;
        _scope = _paths.GetValueOrDefault(module, outer);
        var output = module switch
        {
            IOnnxModule described => described.Describe(this, input),
            Sequential sequence => sequence.children().Aggregate(input, (value, child) => Call(child, value)),
            Conv2d layer => Convolution(layer, input),
            Linear layer => Dense(layer, input),
            BatchNorm layer => Normalisation(layer, input),
            MaxPool2d layer => Pooling(layer, input),
            ReLU => Add("Relu", input.Shape, [input.Name]),
            Dropout => input,
            _ => throw new NotSupportedException(
                $"'{_scope}' is a {module.GetType().Name}, which has no ONNX nodes yet: let it implement {nameof(IOnnxModule)}, or add the layer to {nameof(GraphBuilder)}"),
        };
        _scope = outer;
        return output;
    }

    /// <summary>Adds a node.</summary>
    /// <param name="operation">The operator.</param>
    /// <param name="shape">Shape of its output.</param>
    /// <param name="inputs">Names of its inputs.</param>
    /// <param name="attributes">Its fixed properties.</param>
    /// <param name="name">Name of its output; null to name it after the module.</param>
    internal OnnxValue Add(
        string operation, IReadOnlyList<long> shape, IReadOnlyList<string> inputs, IReadOnlyList<OnnxAttribute>? attributes = null, string? name = null)
    {
        var value = new OnnxValue(name ?? NewName(operation), OnnxType.Float32, shape);
        _nodes.Add(new(operation, inputs, value.Name, attributes ?? []));
        _values.Add(value);
        return value;
    }

    /// <summary>Adds a float32 constant.</summary>
    internal string Constant(string name, Tensor values)
    {
        using var scope = NewDisposeScope();
        var plain = values.detach().cpu().to(ScalarType.Float32).contiguous();
        return Constant(name, values.shape, plain.data<float>().ToArray());
    }

    /// <summary>Adds a float32 constant.</summary>
    internal string Constant(string name, long[] shape, float[] values)
    {
        var constant = OnnxTensor.Of(NewName(name), shape, values);
        _constants.Add(constant);
        return constant.Name;
    }

    private string Constant(string name, params ReadOnlySpan<long> values)
    {
        var constant = OnnxTensor.Of(NewName(name), values);
        _constants.Add(constant);
        return constant.Name;
    }

    // After the module that is at work; a second one of the same name gets a number.
    private string NewName(string name)
    {
        var full = _scope.Length == 0 ? name : $"{_scope}.{name}";
        var free = full;
        for (var number = 2; !_names.Add(free); number++)
        {
            free = $"{full}{number}";
        }

        return free;
    }
}
