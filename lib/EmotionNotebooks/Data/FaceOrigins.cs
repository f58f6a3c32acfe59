using System.Runtime.InteropServices;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>Where the faces of a set stand in their source, for messages and reports: by row, or by name (a file's path). Immutable.</summary>
public sealed class FaceOrigins
{
    private readonly string[]? _names;
    private readonly int[]? _rows;

    private FaceOrigins(string[]? names, int[]? rows) => (_names, _rows) = (names, rows);

    /// <summary>Face i is row i + 1, whatever their number.</summary>
    public static FaceOrigins Rows { get; } = new(null, null);

    /// <summary>How many faces these are the origins of; null where any number will do.</summary>
    public int? Count => _names?.Length ?? _rows?.Length;

    /// <summary>Where a face stands, such as <c>row 17</c> or <c>train/angry/17.png</c>.</summary>
    /// <param name="index">The face, from 0.</param>
    public string this[int index] => _names is not null ? _names[index] : $"row {RowOf(index)}";

    /// <summary>Face i has the name i.</summary>
    /// <param name="names">The names, which must not be changed afterwards.</param>
    public static FaceOrigins Named(string[] names) => new(names, null);

    /// <summary>Face i is the row with the number i.</summary>
    /// <param name="rows">The rows, from 1, which must not be changed afterwards.</param>
    public static FaceOrigins Numbered(int[] rows) => new(null, rows);

    /// <summary>The origins of some of the faces.</summary>
    /// <param name="indices">The faces to keep, in their new order.</param>
    public FaceOrigins Select(ReadOnlySpan<int> indices)
    {
        var names = _names is null ? null : new string[indices.Length];
        var rows = _names is null ? new int[indices.Length] : null;
        for (var to = 0; to < indices.Length; to++)
        {
            if (names is not null)
                names[to] = _names![indices[to]];
            else
                rows![to] = RowOf(indices[to]);
        }

        return new(names, rows);
    }

    /// <summary>The origins of neighbouring faces.</summary>
    /// <param name="start">The first face.</param>
    /// <param name="count">How many.</param>
    public FaceOrigins Slice(int start, int count) => Select([.. Enumerable.Range(start, count)]);

    /// <summary>In which words these are.</summary>
    internal FaceOriginsKind Kind => _names is not null ? FaceOriginsKind.Names : _rows is not null ? FaceOriginsKind.Numbers : FaceOriginsKind.Rows;

    /// <summary>The row of a face in its source, from 1; null where faces have names.</summary>
    internal int? Row(int index) => _names is null ? RowOf(index) : null;

    /// <summary>These as bytes: nothing, an int32 a face, or a line of UTF-8 a face.</summary>
    internal byte[] ToBytes() => Kind switch
    {
        FaceOriginsKind.Names => Encoding.UTF8.GetBytes(string.Concat(_names!.Select(name => name.ReplaceLineEndings(" ") + "\n"))),
        FaceOriginsKind.Numbers => MemoryMarshal.AsBytes(_rows.AsSpan()).ToArray(),
        _ => [],
    };

    /// <summary>What <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FaceDataException">Not so many origins as faces.</exception>
    internal static FaceOrigins FromBytes(FaceOriginsKind kind, ReadOnlySpan<byte> bytes, int count, string file)
    {
        FaceOrigins origins = kind switch
        {
            FaceOriginsKind.Names => Named(Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.None)[..^1]),
            FaceOriginsKind.Numbers => Numbered(MemoryMarshal.Cast<byte, int>(bytes).ToArray()),
            _ => Rows,
        };
        return origins.Count is null || origins.Count == count
            ? origins
            : throw new FaceDataException($"{file}: origins of {origins.Count} faces; expected {count}");
    }

    private int RowOf(int index) => _rows is null ? index + 1 : _rows[index];
}
