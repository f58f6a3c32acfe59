using System.Runtime.InteropServices;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>
/// The fp16 form: weights and what flows between layers have 16 bits. Input and outputs stay float32, as do the division of the grey values
/// and the softmax: callers need not change.
/// </summary>
internal static class HalfPrecision
{
    private const string Suffix = "_fp16";

    /// <summary>Converts a model in float32.</summary>
    public static OnnxModel Of(OnnxModel model)
    {
        HashSet<string> stay = [OnnxModel.Input, OnnxModel.Scaled, OnnxModel.Logits, OnnxModel.Probabilities];
        var single = model.Nodes.Where(node => stay.Contains(node.Output) && node.Output != OnnxModel.Logits).SelectMany(node => node.Inputs).ToHashSet();
        var nodes = new List<OnnxNode>();
        foreach (var node in model.Nodes)
        {
            switch (node.Output)
            {
                case OnnxModel.Scaled:
                    nodes.Add(node);
                    nodes.Add(Cast(OnnxModel.Scaled, OnnxModel.Scaled + Suffix, OnnxType.Float16));
                    break;
                case OnnxModel.Logits:
                    nodes.Add(InHalf(node) with { Output = OnnxModel.Logits + Suffix });
                    nodes.Add(Cast(OnnxModel.Logits + Suffix, OnnxModel.Logits, OnnxType.Float32));
                    break;
                case OnnxModel.Probabilities:
                    nodes.Add(node);
                    break;
                default:
                    nodes.Add(InHalf(node));
                    break;
            }
        }

        return model with
        {
            Nodes = nodes,
            Constants = [.. model.Constants.Select(constant => single.Contains(constant.Name) ? constant : Convert(constant))],
            Values = [.. model.Values.Select(value => stay.Contains(value.Name) ? value : value with { Type = OnnxType.Float16 })],
        };
    }

    private static OnnxNode InHalf(OnnxNode node) =>
        node with { Inputs = [.. node.Inputs.Select(input => input == OnnxModel.Scaled ? OnnxModel.Scaled + Suffix : input)] };

    private static OnnxNode Cast(string from, string to, OnnxType type) => new("Cast", [from], to, new OnnxAttribute("to", (long)type));

    private static OnnxTensor Convert(OnnxTensor constant)
    {
        if (constant.Type != OnnxType.Float32)
        {
            return constant;
        }

        var halves = Array.ConvertAll(constant.ToSingles(), value => (Half)value);
        return Array.TrueForAll(halves, Half.IsFinite)
            ? constant with { Type = OnnxType.Float16, Bytes = MemoryMarshal.AsBytes(halves.AsSpan()).ToArray() }
            : throw new NotSupportedException($"'{constant.Name}' has a value beyond ±{Half.MaxValue}, which fp16 can't hold; leave out fp16");
    }
}
