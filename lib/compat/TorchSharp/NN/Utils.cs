using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients so that their norm, taken together, is at most <paramref name="max_norm"/>.</summary>
            /// <returns>The norm as it was.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm)
            {
                using var scope = NewDisposeScope();
                using var off = no_grad();
                Tensor[] gradients = [.. tensors.Select(tensor => tensor.grad).OfType<Tensor>()];
                if (gradients.Length == 0)
                    return 0;
                var squares = gradients[0].mul(gradients[0]).sum();
                foreach (var gradient in gradients.AsSpan(1))
                    squares.add_(gradient.mul(gradient).sum());
                var norm = Math.Sqrt(squares.ToSingle());
                var scale = max_norm / (norm + 1e-6);
                if (scale < 1)
                    Array.ForEach(gradients, gradient => gradient.add_(gradient, scale - 1));
                return norm;
            }
        }
    }
}
