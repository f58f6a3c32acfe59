using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number that is an operator's argument. It lives in managed memory: making one loads nothing.</summary>
public sealed class Scalar : IDisposable
{
    private readonly torch.ScalarType _type;

    internal Scalar(NativeScalar value, torch.ScalarType type)
    {
        Value = value;
        _type = type;
    }

    internal NativeScalar Value { get; }

    internal torch.ScalarType Type => _type;

    internal static NativeScalar ValueOf(Scalar? scalar) => scalar?.Value ?? NativeScalar.None;

    internal static Scalar Integer(long value) => new(new NativeScalar(value, value, NativeScalar.Kinds.Integer), torch.ScalarType.Int64);

    internal static Scalar Real(double value) => new(new NativeScalar(value, 0, NativeScalar.Kinds.Real), torch.ScalarType.Float64);

    internal static Scalar Bool(bool value) =>
        new(new NativeScalar(value ? 1 : 0, value ? 1 : 0, NativeScalar.Kinds.Bool), torch.ScalarType.Bool);

    public static implicit operator Scalar(byte value) => Integer(value);

    public static implicit operator Scalar(sbyte value) => Integer(value);

    public static implicit operator Scalar(short value) => Integer(value);

    public static implicit operator Scalar(int value) => Integer(value);

    public static implicit operator Scalar(long value) => Integer(value);

    public static implicit operator Scalar(Half value) => Real((double)value);

    public static implicit operator Scalar(float value) => Real(value);

    public static implicit operator Scalar(double value) => Real(value);

    public static implicit operator Scalar(bool value) => Bool(value);

    /// <summary>Nothing to release here; the real package's scalars are native.</summary>
    public void Dispose() => GC.SuppressFinalize(this);
}
