using System.Buffers.Binary;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>One header of a tar archive: POSIX's (ustar, pax), GNU's, or the one before them.</summary>
/// <param name="Name">The member's name, as far as a header can hold it.</param>
/// <param name="Length">How many bytes of content follow.</param>
/// <param name="Type">The member's type, such as <c>0</c> for a file.</param>
internal sealed record TarHeader(string Name, long Length, char Type)
{
    /// <summary>The bytes of a header, and of the blocks that content is filled up to.</summary>
    public const int Size = 512;

    /// <summary>Whether a file begins as a tar archive does.</summary>
    /// <param name="start">Its first bytes.</param>
    public static bool IsLike(ReadOnlySpan<byte> start) =>
        start.Length == Size && (start[257..262].SequenceEqual("ustar"u8) || (start[0] != 0 && HasRightChecksum(start)));

    /// <summary>Takes a header apart.</summary>
    /// <param name="block">Its <see cref="Size"/> bytes.</param>
    /// <exception cref="InvalidDataException">Its checksum is wrong, or a number in it is none.</exception>
    public static TarHeader Parse(ReadOnlySpan<byte> block)
    {
        if (!HasRightChecksum(block))
            throw new InvalidDataException("a header has a wrong checksum");
        var name = Text(block[..100]);
        // POSIX writes "ustar" with a zero behind it, and the front part of a long name; GNU writes a blank, and other things there.
        if (block[257..263].SequenceEqual("ustar\0"u8) && Text(block[345..500]) is { Length: > 0 } folder)
            name = $"{folder}/{name}";
        return new(name, LengthOf(block[124..136]), (char)block[156]);
    }

    private static bool HasRightChecksum(ReadOnlySpan<byte> block)
    {
        var sum = 8 * ' '; // the checksum itself counts as blanks
        for (var i = 0; i < block.Length; i++)
            sum += i is >= 148 and < 156 ? 0 : block[i];
        return TryParseOctal(block[148..156], out var expected) && sum == expected;
    }

    private static long LengthOf(ReadOnlySpan<byte> field)
    {
        long length;
        if ((field[0] & 0x80) != 0) // GNU writes what octal digits cannot hold as a big-endian number
            length = field[0] == 0x80 && field[1..4].IndexOfAnyExcept((byte)0) < 0 ? BinaryPrimitives.ReadInt64BigEndian(field[4..]) : -1;
        else if (!TryParseOctal(field, out length))
            length = -1;
        return length >= 0 ? length : throw new InvalidDataException("a header's size is no number");
    }

    private static bool TryParseOctal(ReadOnlySpan<byte> field, out long value)
    {
        value = 0;
        var digits = field.Trim(" \0"u8);
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return false;
            value = 8 * value + (digit - '0');
        }

        return digits.Length > 0;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is var end and >= 0 ? field[..end] : field);
}
