using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>What a network is made of and what it costs, measured by a forward pass over one face.</summary>
/// <param name="Layers">Every layer that holds no other, in the order they ran.</param>
public sealed record ModelSummary(IReadOnlyList<LayerRow> Layers)
{
    /// <summary>Number of trainable values.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>Multiply-adds of the convolutions and matrix products of one face's forward pass.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>Runs a network once and writes down its layers.</summary>
    /// <param name="network">A network on the CPU; it is left in the mode it was in.</param>
    /// <param name="side">Side of the face in pixels.</param>
    public static ModelSummary Of(nn.Module<Tensor, Tensor> network, int side = 48)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var rows = new List<LayerRow>();
        var leaves = network.named_modules()
            .Where(named => named.module is nn.Module<Tensor, Tensor> && !named.module.children().Any())
            .Select(named => (named.name, module: (nn.Module<Tensor, Tensor>)named.module));
        var wasTraining = network.training;
        network.eval();
        var hooks = leaves.Select(leaf => leaf.module.register_forward_hook((_, _, output) =>
        {
            rows.Add(Describe(leaf.name, leaf.module, output.shape));
            return output;
        })).ToList();
        network.call(zeros(1, 1, side, side));
        hooks.ForEach(hook => hook.remove());
        network.train(wasTraining);
        return new ModelSummary(rows);
    }

    private static LayerRow Describe(string name, nn.Module<Tensor, Tensor> layer, long[] output)
    {
        var parameters = layer.parameters().Sum(parameter => parameter.numel());
        var multiplyAdds = layer switch
        {
            // Each output value of a channel takes one weight of that channel's kernel.
            Conv2d conv => conv.weight.numel() * output[2] * output[3],
            Linear dense => dense.weight.numel(),
            _ => 0,
        };
        return new LayerRow(name, layer.GetName(), string.Join('×', output.Skip(1)), parameters, multiplyAdds);
    }
}
