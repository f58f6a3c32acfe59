using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>(N, C) or (N, C, L), per channel C.</summary>
        public sealed class BatchNorm1d : BatchNorm
        {
            internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
                torch.Device? device, torch.ScalarType? dtype)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
            {
            }

            private protected override void ThrowIfUnfit(long dimensions)
            {
                if (dimensions is not (2 or 3))
                    throw new ArgumentException($"expected 2D or 3D input, but got {dimensions}D input.");
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
