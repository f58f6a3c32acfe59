using Google.Protobuf;
using static EmotionNotebooks.WireMessage;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>Writes a model in protobuf's wire form: the messages of onnx.proto (github.com/onnx/onnx, version 1.12, IR version 8) that it needs.</summary>
/// <remarks>
/// <code>
/// message ModelProto {
///   int64 ir_version = 1; string producer_name = 2; string producer_version = 3; int64 model_version = 5;
///   GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; repeated StringStringEntryProto metadata_props = 14;
/// }
/// message OperatorSetIdProto { string domain = 1; int64 version = 2; }
/// message StringStringEntryProto { string key = 1; string value = 2; }
/// message GraphProto {
///   repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5;
///   repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; repeated ValueInfoProto value_info = 13;
/// }
/// message NodeProto { repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4; repeated AttributeProto attribute = 5; }
/// message AttributeProto { string name = 1; float f = 2; int64 i = 3; repeated int64 ints = 8; AttributeType type = 20; }  // FLOAT = 1, INT = 2, INTS = 7
/// message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
/// message ValueInfoProto { string name = 1; TypeProto type = 2; }
/// message TypeProto { message Tensor { int32 elem_type = 1; TensorShapeProto shape = 2; } Tensor tensor_type = 1; }
/// message TensorShapeProto { message Dimension { int64 dim_value = 1; string dim_param = 2; } repeated Dimension dim = 1; }
/// </code>
/// </remarks>
internal static class OnnxWriter
{
    /// <summary>The version of the format, which goes with <see cref="OnnxModel.Opset"/>.</summary>
    internal const int IrVersion = 8;

    internal const int FloatAttribute = 1;
    internal const int IntegerAttribute = 2;
    internal const int IntegersAttribute = 7;

    private const string BatchName = "N";

    /// <summary>The bytes of a file; the same model gives the same bytes.</summary>
    public static byte[] Write(OnnxModel model) => Bytes(output =>
    {
        Integer(output, 1, IrVersion);
        Text(output, 2, "EmotionNotebooks");
        Text(output, 3, LibraryVersion.Current);
        Integer(output, 5, 1);
        Nested(output, 7, graph => Graph(graph, model));
        Nested(output, 8, set =>
        {
            Text(set, 1, "");
            Integer(set, 2, OnnxModel.Opset);
        });
        foreach (var (key, value) in model.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Nested(output, 14, entry =>
            {
                Text(entry, 1, key);
                Text(entry, 2, value);
            });
        }
    });

    private static void Graph(CodedOutputStream output, OnnxModel model)
    {
        foreach (var node in model.Nodes)
        {
            Nested(output, 1, message => Node(message, node));
        }

        Text(output, 2, model.Name);
        foreach (var constant in model.Constants)
        {
            Nested(output, 5, message => Constant(message, constant));
        }

        foreach (var (field, values) in new[] { (11, model.Inputs), (12, model.Outputs), (13, model.Values) })
        {
            foreach (var value in values)
            {
                Nested(output, field, message => Value(message, value));
            }
        }
    }

    private static void Node(CodedOutputStream output, OnnxNode node)
    {
        foreach (var input in node.Inputs)
        {
            Text(output, 1, input);
        }

        Text(output, 2, node.Output);
        Text(output, 3, node.Output);
        Text(output, 4, node.Operator);
        foreach (var attribute in node.Attributes)
        {
            Nested(output, 5, message => Attribute(message, attribute));
        }
    }

    private static void Attribute(CodedOutputStream output, OnnxAttribute attribute)
    {
        Text(output, 1, attribute.Name);
        if (attribute.Number is { } number)
        {
            Single(output, 2, number);
            Integer(output, 20, FloatAttribute);
        }
        else if (attribute.Integer is { } integer)
        {
            Integer(output, 3, integer);
            Integer(output, 20, IntegerAttribute);
        }
        else
        {
            foreach (var one in attribute.Integers!)
            {
                Integer(output, 8, one);
            }

            Integer(output, 20, IntegersAttribute);
        }
    }

    private static void Constant(CodedOutputStream output, OnnxTensor constant)
    {
        foreach (var side in constant.Shape)
        {
            Integer(output, 1, side);
        }

        Integer(output, 2, (int)constant.Type);
        Text(output, 8, constant.Name);
        Bytes(output, 9, constant.Bytes);
    }

    private static void Value(CodedOutputStream output, OnnxValue value)
    {
        Text(output, 1, value.Name);
        Nested(output, 2, type => Nested(type, 1, tensor =>
        {
            Integer(tensor, 1, (int)value.Type);
            Nested(tensor, 2, shape =>
            {
                foreach (var side in value.Shape)
                {
                    Nested(shape, 1, dimension => Dimension(dimension, side));
                }
            });
        }));
    }

    private static void Dimension(CodedOutputStream output, long side)
    {
        if (side == OnnxValue.Batch)
        {
            Text(output, 2, BatchName);
        }
        else
        {
            Integer(output, 1, side);
        }
    }
}
