using TorchSharp.Modules;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The greatest element of each window.</summary>
        public sealed class MaxPool2d : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            private readonly long[] _kernel;
            private readonly long[] _stride;
            private readonly long[] _padding;
            private readonly long[] _dilation;
            private readonly bool _ceil;

            internal MaxPool2d(long kernel_size, long stride, long padding, long dilation, bool ceil_mode)
                : base(nameof(MaxPool2d))
            {
                _kernel = [kernel_size, kernel_size];
                _stride = [stride, stride];
                _padding = [padding, padding];
                _dilation = [dilation, dilation];
                _ceil = ceil_mode;
            }

            public override torch.Tensor forward(torch.Tensor input) =>
                Returned(et_max_pool2d(input, _kernel, _stride, _padding, _dilation, _ceil ? 1 : 0, out var result), result);
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
