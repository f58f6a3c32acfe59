using TorchSharp.Modules;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>In training, zeroes elements with probability p and scales the rest by 1 / (1 - p).</summary>
        public sealed class Dropout : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            private readonly double _p;
            private readonly bool _inplace;

            internal Dropout(double p, bool inplace)
                : base(nameof(Dropout))
            {
                _p = p;
                _inplace = inplace;
            }

            public override torch.Tensor forward(torch.Tensor input) =>
                Returned(et_dropout(input, _p, training ? 1 : 0, _inplace ? 1 : 0, out var result), result);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}
