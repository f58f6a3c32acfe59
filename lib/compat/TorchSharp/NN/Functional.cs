using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public static partial class functional
        {
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                Returned(et_softmax(input, dim, dtype is { } known ? (int)known : -1, out var result), result);

            /// <summary>Logits (N, C) against classes (N) or probabilities (N, C).</summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                Returned(et_cross_entropy(input, target, weight, (long)reduction, ignore_index, label_smoothing, out var result), result);
        }
    }
}
