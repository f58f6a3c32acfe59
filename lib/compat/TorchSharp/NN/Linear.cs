using TorchSharp.Modules;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>(…, in) → (…, out).</summary>
        public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            private Parameter _weight = null!;
            private Parameter? _bias;

            internal Linear(long inputSize, long outputSize, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(Linear))
            {
                weight = new Parameter(torch.empty(outputSize, inputSize, dtype, device));
                Initial.Uniform(weight, weight);
                if (!hasBias)
                    return;
                bias = new Parameter(torch.empty(outputSize, dtype, device));
                Initial.Uniform(bias, weight);
            }

            public Parameter weight
            {
                get => _weight;
                set => Replace(nameof(weight), ref _weight!, value ?? throw new ArgumentNullException(nameof(weight)));
            }

            public Parameter? bias
            {
                get => _bias;
                set => Replace(nameof(bias), ref _bias, value);
            }

            public override torch.Tensor forward(torch.Tensor input) =>
                Returned(et_linear(input, weight, bias, out var result), result);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null,
                ScalarType? dtype = null) => new(inputSize, outputSize, hasBias, device, dtype);
        }
    }
}
