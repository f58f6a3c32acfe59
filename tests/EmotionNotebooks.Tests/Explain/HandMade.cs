using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Explain;

/// <summary>Networks whose explanations can be computed on paper.</summary>
internal static class HandMade
{
    /// <summary>A network that is one function of its faces, with any layers in between.</summary>
    public sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly Func<Tensor, Tensor> _logits;

        public Network(Func<Tensor, Tensor> logits, params (string Name, nn.Module<Tensor, Tensor> Module)[] layers)
            : base("hand-made")
        {
            _logits = logits;
            foreach (var (name, module) in layers)
            {
                register_module(name, module);
            }
        }

        public override Tensor forward(Tensor faces) => _logits(faces);
    }

    /// <summary>A convolution whose channels are the face itself times these factors: 1×1, no bias.</summary>
    public static TorchSharp.Modules.Conv2d Copies(params float[] factors)
    {
        var conv = nn.Conv2d(1, factors.Length, 1, bias: false);
        conv.weight = new TorchSharp.Modules.Parameter(tensor(factors, [factors.Length, 1, 1, 1]).DetachFromDisposeScope());
        return conv;
    }

    /// <summary>The sum of a square of each map: (N, C, H, W) → (N, C).</summary>
    public static Tensor SumOf(this Tensor maps, int top, int left, int side) =>
        maps.narrow(2, top, side).narrow(3, left, side).sum([2, 3]);
}
