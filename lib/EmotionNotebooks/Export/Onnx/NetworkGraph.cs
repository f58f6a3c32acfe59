using EmotionNotebooks.Data;
using EmotionNotebooks.Models;
using static TorchSharp.torch;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>Makes the graph of a network: grey values in, logits and probabilities out.</summary>
internal static class NetworkGraph
{
    /// <summary>Describes a network in float32.</summary>
    /// <param name="network">A network with <see cref="IOnnxModule"/>s where it is more than layers in a row; it is left in evaluation mode.</param>
    /// <param name="name">Name of the graph.</param>
    /// <param name="fold">Whether batch norms are moved into the layers before them, in the network itself.</param>
    /// <param name="metadata">Texts to keep beside it.</param>
    /// <exception cref="NotSupportedException">A layer has no ONNX nodes; the message names it.</exception>
    public static OnnxModel Of(nn.Module<Tensor, Tensor> network, string name, bool fold, IReadOnlyDictionary<string, string> metadata)
    {
        network.eval();
        if (fold)
        {
            Folding.Fold(network);
        }

        var input = new OnnxValue(OnnxModel.Input, OnnxType.Float32, [OnnxValue.Batch, 1, FaceSet.Side, FaceSet.Side]);
        var graph = new GraphBuilder(network);
        // A division, as the library divides: a product with 1/255 rounds otherwise.
        var scaled = graph.Add("Div", input.Shape, [input.Name, graph.Constant("white", [], [255])], name: OnnxModel.Scaled);
        var last = graph.Call(network, scaled);
        // The last layer makes the logits: no node is needed that only gives them their name.
        var nodes = graph.Nodes.Select(node => node.Output == last.Name ? node with { Output = OnnxModel.Logits } : node).ToList();
        var logits = last with { Name = OnnxModel.Logits };
        nodes.Add(new("Softmax", [logits.Name], OnnxModel.Probabilities, new OnnxAttribute("axis", 1)));
        return new OnnxModel
        {
            Name = name,
            Inputs = [input],
            Outputs = [logits, logits with { Name = OnnxModel.Probabilities }],
            Nodes = nodes,
            Constants = graph.Constants,
            Values = [.. graph.Values.Where(value => value.Name != last.Name)],
            Metadata = metadata,
        };
    }
}
