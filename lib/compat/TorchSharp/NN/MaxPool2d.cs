using TorchSharp.Modules;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The greatest element of each window.</summary>
        public sealed class MaxPool2d : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            internal MaxPool2d(long kernel_size, long stride, long padding, long dilation, bool ceil_mode)
                : base(nameof(MaxPool2d))
            {
                this.kernel_size = [kernel_size, kernel_size];
                this.stride = [stride, stride];
                this.padding = [padding, padding];
                this.dilation = [dilation, dilation];
                this.ceil_mode = ceil_mode;
            }

            public long[] kernel_size { get; }

            public long[]? stride { get; }

            public long[]? padding { get; }

            public long[]? dilation { get; }

            public bool ceil_mode { get; }

            public override torch.Tensor forward(torch.Tensor input) =>
                Returned(et_max_pool2d(input, kernel_size, stride!, padding!, dilation!, ceil_mode ? 1 : 0, out var result), result);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) => new(kernel_size, stride ?? kernel_size, padding ?? 0, dilation ?? 1, ceil_mode);
        }
    }
}
