using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>(N, C, H, W), per channel C.</summary>
        public sealed class BatchNorm2d : BatchNorm
        {
            internal BatchNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
                torch.Device? device, torch.ScalarType? dtype)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
            {
            }

            private protected override void ThrowIfUnfit(long dimensions)
            {
                if (dimensions != 4)
                    throw new ArgumentException($"expected 4D input, but got {dimensions}D input.");
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
