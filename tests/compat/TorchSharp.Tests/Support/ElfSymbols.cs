using System.Buffers.Binary;
using System.Text;

namespace TorchSharp.Tests.Support;

/// <summary>The symbols that a 64-bit little-endian ELF library exports: defined, global or weak, visible.</summary>
internal static class ElfSymbols
{
    private const uint DynamicSymbols = 11;
    private const int EntrySize = 24;

    public static IReadOnlySet<string> Exported(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        if (!file.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException($"{path} is not a 64-bit little-endian ELF file.");
        }

        var sections = (int)U64(file, 0x28);
        var (size, count) = (U16(file, 0x3a), U16(file, 0x3c));
        var exported = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var header = file.Slice(sections + (i * size), size);
            if (U32(header, 4) == DynamicSymbols)
            {
                var names = file.Slice(sections + ((int)U32(header, 0x28) * size), size);
                Read(Content(file, header), Content(file, names), exported);
            }
        }

        return exported;
    }

    // st_name 4, st_info 1, st_other 1, st_shndx 2, st_value 8, st_size 8.
    private static void Read(ReadOnlySpan<byte> symbols, ReadOnlySpan<byte> names, HashSet<string> exported)
    {
        for (var at = 0; at + EntrySize <= symbols.Length; at += EntrySize)
        {
            var symbol = symbols.Slice(at, EntrySize);
            var (binding, visibility, section) = (symbol[4] >> 4, symbol[5] & 3, U16(symbol, 6));
            if (binding is 1 or 2 && visibility == 0 && section != 0)
            {
                var name = names[(int)U32(symbol, 0)..];
                exported.Add(Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)]));
            }
        }
    }

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> file, ReadOnlySpan<byte> header) =>
        file.Slice((int)U64(header, 0x18), (int)U64(header, 0x20));

    private static ushort U16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);

    private static uint U32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);

    private static ulong U64(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt64LittleEndian(from[at..]);
}
