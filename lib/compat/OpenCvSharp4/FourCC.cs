namespace OpenCvSharp;

/// <summary>The four letters of a codec.</summary>
public readonly struct FourCC : IEquatable<FourCC>
{
#pragma warning disable CA1051 // the package's public field
    public readonly int Value;
#pragma warning restore CA1051

    public FourCC(int value) => Value = value;

    public static implicit operator int(FourCC fourcc) => fourcc.Value;

    public static bool operator ==(FourCC left, FourCC right) => left.Equals(right);

    public static bool operator !=(FourCC left, FourCC right) => !left.Equals(right);

    public static FourCC FromString(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        if (code.Length > 4)
            throw new ArgumentException($"\"{code}\" has more than four letters", nameof(code));
        var letters = code.PadRight(4);
        return new FourCC(letters[0] | (letters[1] << 8) | (letters[2] << 16) | (letters[3] << 24));
    }

    public bool Equals(FourCC other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is FourCC other && Equals(other);

    public override int GetHashCode() => Value;
}
