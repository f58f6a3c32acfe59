using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace EmotionNotebooks.Export;

/// <summary>
/// Named tensors in one file, in the safetensors format (https://github.com/huggingface/safetensors): eight bytes of header
/// length, a JSON header, the bytes of the tensors. Nothing in such a file can run, and Python, Rust and browsers read it.
/// </summary>
public static class Safetensors
{
    private const int MaxHeader = 100_000_000; // the format's own limit

    /// <summary>Writes tensors as a whole file, in the order of their names.</summary>
    /// <param name="path">The target, replaced once everything is written.</param>
    /// <param name="tensors">fp32, int64 or uint8 tensors on any device.</param>
    /// <param name="metadata">Texts to keep beside them.</param>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var plain = tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => (entry.Key, Value: entry.Value.detach().cpu().contiguous())).ToList();
        var header = Header(plain, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var (_, value) in plain)
            {
                stream.Write(value.bytes);
            }
        });
    }

    /// <summary>Reads a file that <see cref="Save"/> or another safetensors writer made. Everything is checked before it is used.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors on the CPU, which the caller disposes, and the texts beside them.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or no safetensors file; the message names it and what is wrong.</exception>
    public static (Dictionary<string, Tensor> Tensors, Dictionary<string, string> Metadata) Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var (entries, metadata, start) = ReadHeader(path, bytes);
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>();
        foreach (var entry in entries)
        {
            var value = empty(entry.Shape, TypeOf(path, entry).Type);
            value.bytes = bytes.AsSpan(start + entry.Begin, entry.End - entry.Begin);
            tensors[entry.Name] = value;
        }

        foreach (var value in tensors.Values)
        {
            value.DetachFromDisposeScope();
        }

        return (tensors, metadata);
    }

    private static byte[] Header(List<(string Key, Tensor Value)> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            long offset = 0;
            foreach (var (name, value) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", DtypeOf(name, value.dtype));
                json.WriteStartArray("shape");
                foreach (var side in value.shape)
                {
                    json.WriteNumberValue(side);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += value.bytes.Length);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Padded with spaces, so that the tensors start on a multiple of eight.
        var padded = new byte[(buffer.Length + 7) / 8 * 8];
        Array.Fill(padded, (byte)' ');
        buffer.ToArray().CopyTo(padded, 0);
        return padded;
    }

    private static (List<Entry> Entries, Dictionary<string, string> Metadata, int Start) ReadHeader(string path, byte[] bytes)
    {
        var length = bytes.Length < 8 ? -1 : BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (length is < 2 or > MaxHeader || length > bytes.Length - 8)
        {
            throw Bad(path, bytes.Length < 8 ? $"it has {bytes.Length} bytes" : $"its header would have {length} bytes, the file has {bytes.Length}");
        }

        var entries = new List<Entry>();
        var metadata = new Dictionary<string, string>();
        var start = 8 + (int)length;
        try
        {
            using var header = JsonDocument.Parse(bytes.AsMemory(8, (int)length));
            foreach (var property in header.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__")
                {
                    metadata = property.Value.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()!);
                    continue;
                }

                entries.Add(ReadEntry(path, property, bytes.Length - start));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw Bad(path, $"its header can't be read ({e.Message})", e);
        }

        return (entries, metadata, start);
    }

    private static Entry ReadEntry(string path, JsonProperty property, int available)
    {
        var offsets = property.Value.GetProperty("data_offsets");
        var entry = new Entry(
            property.Name,
            property.Value.GetProperty("dtype").GetString() ?? "",
            [.. property.Value.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64())],
            offsets[0].GetInt32(),
            offsets[1].GetInt32());
        if (entry.Begin < 0 || entry.End < entry.Begin || entry.End > available)
        {
            throw Bad(path, $"'{entry.Name}' lies at bytes {entry.Begin} to {entry.End} of {available}");
        }

        var length = entry.End - entry.Begin;
        long expected = TypeOf(path, entry).Size;
        foreach (var side in entry.Shape)
        {
            if (side < 0)
            {
                throw Bad(path, $"'{entry.Name}' has a side of {side}");
            }

            // What is larger than any file stays so: sides that multiply past 64 bits can't wrap round to a length that fits.
            expected = side != 0 && expected > int.MaxValue / side ? int.MaxValue : expected * side;
        }

        return expected == length
            ? entry
            : throw Bad(path, $"'{entry.Name}' ({entry.Dtype}, {string.Join('×', entry.Shape)}) doesn't fit its {length} bytes");
    }

    private static string DtypeOf(string name, ScalarType type) => type switch
    {
        ScalarType.Float32 => "F32",
        ScalarType.Int64 => "I64",
        ScalarType.Byte => "U8",
        _ => throw new ArgumentException($"'{name}' is {type}; fp32, int64 and uint8 are written"),
    };

    private static (ScalarType Type, int Size) TypeOf(string path, Entry entry) => entry.Dtype switch
    {
        "F32" => (ScalarType.Float32, 4),
        "I64" => (ScalarType.Int64, 8),
        "U8" => (ScalarType.Byte, 1),
        _ => throw Bad(path, $"'{entry.Name}' is {entry.Dtype}; F32, I64 and U8 are read"),
    };

    private static InvalidDataException Bad(string path, string what, Exception? cause = null) =>
        new($"{path} is no whole safetensors file: {what}", cause);

    private sealed record Entry(string Name, string Dtype, long[] Shape, int Begin, int End);
}
