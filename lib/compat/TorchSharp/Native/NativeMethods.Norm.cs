using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// Batch normalisation, alone or with the ReLU after it. The same symbols as lib/native/torch/norm.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int et_batch_norm(
        torch.Tensor input, torch.Tensor? runningMean, torch.Tensor? runningVar, torch.Tensor? weight, torch.Tensor? bias,
        int training, double momentum, double eps, int relu, out nint result);
}
