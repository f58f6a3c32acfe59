using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients down together where their joint norm exceeds max_norm; gives back that norm.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var handles = new HandleList(tensors);
                Check(et_clip_grad_norm_(handles.Handles, handles.Count, max_norm, norm_type, out var norm));
                return norm;
            }
        }
    }
}
