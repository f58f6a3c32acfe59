namespace Plotly.NET;

/// <summary>
/// Stands where the package's F# methods take an optional argument: callers pass the value itself, or <c>new(value)</c>
/// where C# allows no conversion (interfaces); an argument that is left out is null.
/// </summary>
public sealed class FSharpOption<T>(T value)
{
    public T Value { get; } = value;

    public static implicit operator FSharpOption<T>(T value) => new(value);
}
