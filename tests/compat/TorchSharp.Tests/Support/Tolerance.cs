using System.Text.Json;

namespace TorchSharp.Tests.Support;

/// <summary>|actual - expected| must stay within <see cref="Absolute"/> + <see cref="Relative"/> |expected|.</summary>
internal readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>float32 against PyTorch: the same formulas, perhaps summed in another order or by other vector units.</summary>
    public static Tolerance Single { get; } = new(1e-5, 1e-6);

    /// <summary>Copies, comparisons, integers and whatever else leaves no room for rounding.</summary>
    public static Tolerance Exact { get; }

    /// <summary>bfloat16 has eight bits of mantissa; a layer or two of it against float32.</summary>
    public static Tolerance Brain { get; } = new(3e-2, 3e-2);

    /// <summary>A case's own tolerance, where it states one.</summary>
    public static Tolerance Of(JsonElement json) => json.TryGetProperty("tol", out var own)
        ? new(own[0].GetDouble(), own[1].GetDouble())
        : Single;

    public bool Holds(double actual, double expected) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= Absolute + (Relative * Math.Abs(expected));
}
