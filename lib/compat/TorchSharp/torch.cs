using System.Runtime.InteropServices;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of the libtorch that runs, for example "1.13.1".</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(et_torch_version())!;

    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.CurrentDisposeScope;

    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.NewDisposeScope();

    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public static IDisposable no_grad() => new AutoGradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => InferenceMode.IsEnabled;

    public static int get_num_threads()
    {
        Check(et_get_num_threads(out var count));
        return count;
    }

    public static void set_num_threads(int num) => Check(et_set_num_threads(num));

    public static bool cuda_is_available() => cuda.is_available();

    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count()
        {
            Check(et_cuda_device_count(out var count));
            return count;
        }

        public static void manual_seed(long seed) => Check(et_manual_seed(seed));

        public static void manual_seed_all(long seed) => Check(et_manual_seed(seed));

        public static void synchronize(Device? device = null) => Check(et_cuda_synchronize(device?.index ?? -1));
    }
}
