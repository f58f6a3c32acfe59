using System.Runtime.InteropServices;

namespace DuckDB.NET.Data.Native;

/// <summary>duckdb_string_t: up to twelve bytes within, more behind a pointer. Lies in a chunk and is read there, never copied.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeText
{
    private const int LongestInline = 12;

    [FieldOffset(0)]
    private readonly uint _length;

    [FieldOffset(4)]
    private fixed byte _inline[LongestInline];

    [FieldOffset(8)]
    private readonly byte* _pointer;

    public static ReadOnlySpan<byte> Of(NativeText* text) =>
        new(text->_length <= LongestInline ? text->_inline : text->_pointer, checked((int)text->_length));
}
