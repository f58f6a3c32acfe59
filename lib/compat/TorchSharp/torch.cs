using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.NewDisposeScope();

    public static IDisposable no_grad() => new AutoGradMode(false);

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static int get_num_threads()
    {
        Check(et_get_num_threads(out var count));
        return count;
    }

    public static void set_num_threads(int num) => Check(et_set_num_threads(num));

    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count()
        {
            Check(et_cuda_device_count(out var count));
            return count;
        }
    }
}
