using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

/// <summary>
/// The seam: what this engine can do and the real package can not. Callers find this class by reflection
/// (<c>typeof(torch).Assembly.GetType("TorchSharp.Acceleration")</c>) and go without where it is absent.
/// </summary>
public static class Acceleration
{
    /// <summary>
    /// True where bf16 arithmetic is faster than fp32: CPUs with avx512_bf16 or AMX, GPUs from compute capability 8.0 on.
    /// For the CPU nothing is loaded.
    /// </summary>
    public static bool Bf16Gains(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.type == DeviceType.CUDA)
        {
            Check(et_cuda_compute_capability(device.index, out var capability));
            return capability >= 80;
        }
        if (device.type != DeviceType.CPU || !X86Base.IsSupported || !Avx512BW.IsSupported)
            return false;
        const int Avx512Bf16 = 1 << 5, AmxBf16 = 1 << 22;
        return (X86Base.CpuId(7, 1).Eax & Avx512Bf16) != 0 || (X86Base.CpuId(7, 0).Edx & AmxBf16) != 0;
    }

    /// <summary>
    /// Until disposed, convolutions and products on this thread and device compute in bf16 and keep the rest in fp32;
    /// weights are cast once. Enclose the forward pass and the loss, not the backward pass.
    /// </summary>
    public static IDisposable Autocast(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return new AutocastScope((int)device.type);
    }

    /// <summary>(N, C, H, W) with the channels innermost in memory, which convolutions prefer. Same values, same shape.</summary>
    public static torch.Tensor ChannelsLast(torch.Tensor nchw) => Returned(et_tensor_channels_last(nchw, out var result), result);

    /// <summary>
    /// Lays all four-dimensional parameters and buffers out channels-last, in place: parameters keep their identity, gradients
    /// and optimizer states stay right.
    /// </summary>
    public static void ChannelsLast(torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (var tensor in module.parameters().Concat(module.NamedBuffers().Select(pair => pair.buffer)))
            if (tensor.Dimensions == 4)
                Check(et_tensor_channels_last_(tensor));
    }

    /// <summary>Only deterministic kernels, no TF32; on the CPU the same seed and thread count give the same bits either way.</summary>
    public static void Deterministic(bool on) => Check(et_deterministic_set(on ? 1 : 0));

    /// <summary>For example "1.13.1", or "2.11.0 with CUDA" where a GPU can be used.</summary>
    public static string LibTorchVersion() =>
        Marshal.PtrToStringUTF8(et_torch_version()) + (torch.cuda.is_available() ? " with CUDA" : "");

    /// <summary>Native tensor handles that are alive.</summary>
    public static long LiveHandles() => et_live_handles();

    private sealed class AutocastScope : IDisposable
    {
        private readonly int _device;
        private readonly int _wasEnabled;
        private readonly int _formerDtype;
        private bool _disposed;

        internal AutocastScope(int device)
        {
            _device = device;
            Check(et_autocast_enter(device, out _wasEnabled, out _formerDtype));
        }

        public void Dispose()
        {
            if (_disposed)
                return;
            _disposed = true;
            Check(et_autocast_leave(_device, _wasEnabled, _formerDtype));
        }
    }
}
