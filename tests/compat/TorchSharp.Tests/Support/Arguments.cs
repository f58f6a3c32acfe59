using System.Text.Json;

namespace TorchSharp.Tests.Support;

/// <summary>Named arguments of a fixture case.</summary>
internal sealed class Arguments(JsonElement json)
{
    public bool Has(string name) => json.TryGetProperty(name, out _);

    public long Long(string name) => json.GetProperty(name).GetInt64();

    public long Long(string name, long otherwise) => Has(name) ? Long(name) : otherwise;

    public int Int(string name) => json.GetProperty(name).GetInt32();

    public int Int(string name, int otherwise) => Has(name) ? Int(name) : otherwise;

    public double Real(string name) => json.GetProperty(name).GetDouble();

    public double Real(string name, double otherwise) => Has(name) ? Real(name) : otherwise;

    public bool Flag(string name, bool otherwise = false) => Has(name) ? json.GetProperty(name).GetBoolean() : otherwise;

    public string Text(string name) => json.GetProperty(name).GetString()!;

    public long[] Longs(string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetInt64())];

    public double[] Reals(string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetDouble())];

    public (long, long) Pair(string name) => Longs(name) is [var first, var second] ? (first, second) : throw new InvalidDataException(name);

    /// <summary>A whole number stays one: integer tensors keep their type with it.</summary>
    public Scalar Scalar(string name)
    {
        var value = json.GetProperty(name);
        return value.GetRawText().AsSpan().IndexOfAny('.', 'e') < 0 ? (Scalar)value.GetInt64() : value.GetDouble();
    }

    /// <summary>A bound that a case may leave out.</summary>
    public Scalar? Bound(string name) => Has(name) ? Scalar(name) : null;

    public torch.ScalarType Type(string name) => ReferenceTensor.TypeOf(Text(name));
}
