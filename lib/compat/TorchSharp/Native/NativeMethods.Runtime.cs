using System.Runtime.InteropServices;

namespace TorchSharp.Native;

// The library itself: errors, live handles, versions, threads, modes, random numbers, devices.
// The same symbols as lib/native/torch/runtime.h.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint et_last_error();

    [LibraryImport(Library)]
    internal static partial long et_live_handles();

    [LibraryImport(Library)]
    internal static partial nint et_torch_version();

    [LibraryImport(Library)]
    internal static partial int et_get_num_threads(out int count);

    [LibraryImport(Library)]
    internal static partial int et_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int et_grad_mode_set(int enabled, out int previous);

    [LibraryImport(Library)]
    internal static partial int et_inference_mode_enter(int enabled, out nint guard);

    [LibraryImport(Library)]
    internal static partial int et_inference_mode_leave(nint guard);

    [LibraryImport(Library)]
    internal static partial int et_autocast_enter(int deviceType, out int previousEnabled, out int previousDtype);

    [LibraryImport(Library)]
    internal static partial int et_autocast_leave(int deviceType, int previousEnabled, int previousDtype);

    [LibraryImport(Library)]
    internal static partial int et_deterministic_set(int on);

    [LibraryImport(Library)]
    internal static partial int et_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial int et_generator_default(out nint result);

    [LibraryImport(Library)]
    internal static partial int et_generator_new(ulong seed, out nint result);

    [LibraryImport(Library)]
    internal static partial int et_generator_free(nint self);

    [LibraryImport(Library)]
    internal static partial int et_cuda_device_count(out int count);

    [LibraryImport(Library)]
    internal static partial int et_cuda_compute_capability(int deviceIndex, out int capability);
}
