using Google.Protobuf;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>Reads what <see cref="OnnxWriter"/> writes; the field numbers stand there. What other writers add is passed over or refused.</summary>
internal sealed class OnnxReader
{
    private readonly string _path;

    private OnnxReader(string path) => _path = path;

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="InvalidDataException">The file is damaged or holds what is never written here.</exception>
    public static OnnxModel Read(string path, byte[] bytes)
    {
        try
        {
            return new OnnxReader(path).Model(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"{path} is no whole ONNX file: {e.Message}", e);
        }
    }

    private OnnxModel Model(byte[] bytes)
    {
        OnnxModel? model = null;
        var metadata = new Dictionary<string, string>();
        long opset = 0;
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 7: model = Graph(Bytes(input)); break;
                case 8: opset = Opset(Bytes(input)); break;
                case 14: Entry(Bytes(input), metadata); break;
                default: input.SkipLastField(); break;
            }
        });
        if (model is null || opset != OnnxModel.Opset)
        {
            throw Bad(model is null ? "it has no graph" : $"its operators are of version {opset}; {OnnxModel.Opset} is read");
        }

        return model with { Metadata = metadata };
    }

    private static long Opset(byte[] bytes)
    {
        long version = 0;
        Fields(bytes, (field, input) =>
        {
            if (field == 2)
            {
                version = input.ReadInt64();
            }
            else
            {
                input.SkipLastField();
            }
        });
        return version;
    }

    private static void Entry(byte[] bytes, Dictionary<string, string> metadata)
    {
        var (key, value) = ("", "");
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: key = input.ReadString(); break;
                case 2: value = input.ReadString(); break;
                default: input.SkipLastField(); break;
            }
        });
        metadata[key] = value;
    }

    private OnnxModel Graph(byte[] bytes)
    {
        var name = "";
        List<OnnxNode> nodes = [];
        List<OnnxTensor> constants = [];
        List<OnnxValue> inputs = [], outputs = [], values = [];
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: nodes.Add(Node(Bytes(input))); break;
                case 2: name = input.ReadString(); break;
                case 5: constants.Add(Constant(Bytes(input))); break;
                case 11: inputs.Add(Value(Bytes(input))); break;
                case 12: outputs.Add(Value(Bytes(input))); break;
                case 13: values.Add(Value(Bytes(input))); break;
                default: input.SkipLastField(); break;
            }
        });
        RequireOrder(inputs, constants, nodes, outputs);
        return new OnnxModel { Name = name, Inputs = inputs, Outputs = outputs, Nodes = nodes, Constants = constants, Values = values };
    }

    // What a node uses must stand before it, and the outputs must be made.
    private void RequireOrder(List<OnnxValue> inputs, List<OnnxTensor> constants, List<OnnxNode> nodes, List<OnnxValue> outputs)
    {
        var known = inputs.Select(value => value.Name).Concat(constants.Select(constant => constant.Name)).ToHashSet();
        foreach (var node in nodes)
        {
            if (node.Inputs.FirstOrDefault(input => !known.Contains(input)) is { } missing)
            {
                throw Bad($"the node '{node.Output}' uses '{missing}', which nothing before it makes");
            }

            known.Add(node.Output);
        }

        if (outputs.FirstOrDefault(value => !known.Contains(value.Name)) is { } lost)
        {
            throw Bad($"nothing makes the output '{lost.Name}'");
        }
    }

    private OnnxNode Node(byte[] bytes)
    {
        var operation = "";
        List<string> inputs = [], outputs = [];
        List<OnnxAttribute> attributes = [];
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: inputs.Add(input.ReadString()); break;
                case 2: outputs.Add(input.ReadString()); break;
                case 4: operation = input.ReadString(); break;
                case 5: attributes.Add(Attribute(Bytes(input))); break;
                default: input.SkipLastField(); break;
            }
        });
        return outputs is [var output]
            ? new(operation, inputs, output, attributes)
            : throw Bad($"a node '{operation}' has {outputs.Count} outputs; 1 is read");
    }

    private OnnxAttribute Attribute(byte[] bytes)
    {
        var name = "";
        float number = 0;
        long integer = 0, type = 0;
        List<long> integers = [];
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: name = input.ReadString(); break;
                case 2: number = input.ReadFloat(); break;
                case 3: integer = input.ReadInt64(); break;
                case 8: integers.Add(input.ReadInt64()); break;
                case 20: type = input.ReadInt64(); break;
                default: input.SkipLastField(); break;
            }
        });
        return type switch
        {
            OnnxWriter.FloatAttribute => new(name, Number: number),
            OnnxWriter.IntegerAttribute => new(name, Integer: integer),
            OnnxWriter.IntegersAttribute => new(name, Integers: integers),
            _ => throw Bad($"the attribute '{name}' is of type {type}; float, int and ints are read"),
        };
    }

    private OnnxTensor Constant(byte[] bytes)
    {
        var name = "";
        var type = 0;
        List<long> shape = [];
        byte[]? content = null;
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: shape.Add(input.ReadInt64()); break;
                case 2: type = input.ReadInt32(); break;
                case 8: name = input.ReadString(); break;
                case 9: content = Bytes(input); break;
                default: input.SkipLastField(); break;
            }
        });
        var size = OnnxTensor.SizeOf(Type(name, type));
        long expected = size;
        foreach (var side in shape)
        {
            expected = side < 0 || (side != 0 && expected > int.MaxValue / side) ? int.MaxValue : expected * side;
        }

        return content is not null && content.Length == expected
            ? new(name, (OnnxType)type, shape, content)
            : throw Bad($"the constant '{name}' ({(OnnxType)type}, {string.Join('×', shape)}) doesn't fit its {content?.Length ?? 0} bytes");
    }

    private OnnxValue Value(byte[] bytes)
    {
        var name = "";
        var type = 0;
        List<long> shape = [];
        Fields(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: name = input.ReadString(); break;
                case 2: Inner(Bytes(input), 1, tensor => Tensor(tensor)); break;
                default: input.SkipLastField(); break;
            }
        });
        return new(name, Type(name, type), shape);

        void Tensor(byte[] tensor) => Fields(tensor, (field, input) =>
        {
            switch (field)
            {
                case 1: type = input.ReadInt32(); break;
                case 2: Inner(Bytes(input), 1, dimension => shape.Add(Dimension(dimension))); break;
                default: input.SkipLastField(); break;
            }
        });
    }

    private static long Dimension(byte[] bytes)
    {
        var side = OnnxValue.Batch;
        Fields(bytes, (field, input) =>
        {
            if (field == 1)
            {
                side = input.ReadInt64();
            }
            else
            {
                input.SkipLastField();
            }
        });
        return side;
    }

    private OnnxType Type(string name, int type) =>
        Enum.IsDefined((OnnxType)type) ? (OnnxType)type : throw Bad($"'{name}' is of type {type}; read are {string.Join(", ", Enum.GetNames<OnnxType>())}");

    private static void Inner(byte[] bytes, int wanted, Action<byte[]> read) => Fields(bytes, (field, input) =>
    {
        if (field == wanted)
        {
            read(Bytes(input));
        }
        else
        {
            input.SkipLastField();
        }
    });

    private static void Fields(byte[] bytes, Action<int, CodedInputStream> read)
    {
        using var input = new CodedInputStream(bytes);
        while (input.ReadTag() is var tag and not 0)
        {
            read(WireFormat.GetTagFieldNumber(tag), input);
        }
    }

    private static byte[] Bytes(CodedInputStream input) => input.ReadBytes().ToByteArray();

    private InvalidDataException Bad(string what) => new($"{_path} is no ONNX file that is read here: {what}");
}
