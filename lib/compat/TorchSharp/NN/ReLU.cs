using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>max(x, 0).</summary>
        public sealed class ReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            private readonly bool _inplace;

            internal ReLU(bool inplace)
                : base(nameof(ReLU)) => _inplace = inplace;

            public override torch.Tensor forward(torch.Tensor input) => _inplace ? input.relu_().alias() : input.relu();
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ReLU ReLU(bool inplace = false) => new(inplace);
        }
    }
}
