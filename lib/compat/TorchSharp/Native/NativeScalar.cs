using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>A number as it crosses the boundary (et_scalar in lib/native/torch/types.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeScalar(double real, long integer, NativeScalar.Kinds kind)
{
    internal enum Kinds
    {
        None = -1,
        Integer = 0,
        Real = 1,
        Bool = 2,
    }

    internal readonly double Real = real;
    internal readonly long Integer = integer;
    internal readonly Kinds Kind = kind;

    internal static NativeScalar None => new(0, 0, Kinds.None);
}
