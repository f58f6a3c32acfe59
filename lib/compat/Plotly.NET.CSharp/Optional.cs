namespace Plotly.NET.CSharp;

/// <summary>An argument that may be left out: the value converts by itself, or is written <c>new(value, true)</c>.</summary>
public readonly record struct Optional<T>(T Value, bool IsSome)
{
    public static implicit operator Optional<T>(T Value) => new(Value, true);
}
