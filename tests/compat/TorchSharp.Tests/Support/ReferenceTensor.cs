using System.Globalization;
using System.Text.Json;

namespace TorchSharp.Tests.Support;

/// <summary>A tensor as the fixtures write it: type, shape and flat values (tests/fixtures/torch/generate.py).</summary>
internal sealed record ReferenceTensor(string Type, long[] Shape, double[] Values)
{
    public static ReferenceTensor Read(JsonElement json) => new(
        json.GetProperty("t").GetString()!,
        [.. json.GetProperty("s").EnumerateArray().Select(item => item.GetInt64())],
        [.. json.GetProperty("d").EnumerateArray().Select(Number)]);

    public static IReadOnlyList<ReferenceTensor?> ReadAll(JsonElement json) =>
        [.. json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? null : Read(item))];

    public static IReadOnlyDictionary<string, ReferenceTensor> ReadNamed(JsonElement json) =>
        json.EnumerateObject().ToDictionary(item => item.Name, item => Read(item.Value));

    public static torch.ScalarType TypeOf(string name) => name switch
    {
        "f32" => torch.ScalarType.Float32,
        "f64" => torch.ScalarType.Float64,
        "f16" => torch.ScalarType.Float16,
        "bf16" => torch.ScalarType.BFloat16,
        "i64" => torch.ScalarType.Int64,
        "i32" => torch.ScalarType.Int32,
        "i16" => torch.ScalarType.Int16,
        "i8" => torch.ScalarType.Int8,
        "u8" => torch.ScalarType.Byte,
        "bool" => torch.ScalarType.Bool,
        _ => throw new InvalidDataException($"Unknown tensor type '{name}'."),
    };

    public bool IsReal => Type is "f32" or "f64" or "f16" or "bf16";

    /// <summary>The tensor itself; reals as <paramref name="real"/> where one is given.</summary>
    public torch.Tensor Create(torch.ScalarType? real = null)
    {
        using var raw = Type switch
        {
            "u8" => torch.tensor(Array.ConvertAll(Values, value => (byte)value), Shape),
            "bool" => torch.tensor(Array.ConvertAll(Values, value => value != 0), Shape),
            _ when IsReal => torch.tensor(Array.ConvertAll(Values, value => (float)value), Shape),
            _ => torch.tensor(Array.ConvertAll(Values, value => (long)value), Shape),
        };
        return raw.to(IsReal ? real ?? TypeOf(Type) : TypeOf(Type), copy: true);
    }

    private static double Number(JsonElement json) => json.ValueKind == JsonValueKind.Number
        ? json.GetDouble()
        : json.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var other => double.Parse(other!, CultureInfo.InvariantCulture),
        };
}
