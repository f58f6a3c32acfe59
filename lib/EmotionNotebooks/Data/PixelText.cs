using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmotionNotebooks.Data;

/// <summary>The text of one face's pixels: 2,304 decimal numbers from 0 to 255 with spaces between.</summary>
internal static class PixelText
{
    private const ulong Digits = 0x3030303030303030;
    private const ulong Space = ' ' ^ '0';

    /// <summary>
    /// Parses numbers of one to three digits with single spaces between, the form in which FER-2013 comes. Two numbers per step: eight bytes
    /// always hold two numbers and their separators. Nothing branches on the data, since lengths and values cannot be predicted.
    /// </summary>
    /// <param name="text">Starts at the first digit; may go on after the last.</param>
    /// <param name="pixels">Takes the 2,304 values; undefined on failure.</param>
    /// <param name="used">How many bytes the numbers took.</param>
    /// <returns>False for any other form, right or wrong.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // from the first row on: a file is read once, and mostly before tiering would help
    public static bool TryParse(ReadOnlySpan<byte> text, Span<byte> pixels, out int used)
    {
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref MemoryMarshal.GetReference(pixels[..FaceSet.PixelsPerFace]);
        nint at = 0;
        nint done = 0;
        var wrongLength = 0L;
        var wrongSeparator = 0UL;
        var values = 0U;
        // The last two numbers stay for the careful loop: what follows them is no space.
        for (; done < FaceSet.PixelsPerFace - 2 && at + sizeof(ulong) <= text.Length; done += 2)
        {
            var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref source, at));
            if (!BitConverter.IsLittleEndian)
                word = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word);
            word ^= Digits; // digits become 0 to 9
            var others = ((word + 0x7676767676767676) | word) & 0x8080808080808080; // the top bit of each byte above 9
            var first = BitOperations.TrailingZeroCount(others) >> 3;
            var second = BitOperations.TrailingZeroCount(others & (others - 1)) >> 3;
            var rest = word >> (8 * first + 8);
            var length = second - first - 1;
            // A length outside 1 to 3 makes one of these negative.
            wrongLength |= (long)(first - 1) | (long)(3 - first) | (long)(length - 1) | (long)(3 - length);
            wrongSeparator |= ((word >> (8 * first)) ^ Space) | ((word >> (8 * second)) ^ Space);
            var one = Value(word, first);
            var two = Value(rest, length);
            values |= one | two;
            Unsafe.AddByteOffset(ref target, done) = (byte)one;
            Unsafe.AddByteOffset(ref target, done + 1) = (byte)two;
            at += second + 1;
        }

        used = 0;
        if (wrongLength < 0 || (wrongSeparator & 0xFF) != 0 || values > 255)
            return false;
        return TryParseRest(text, (int)at, pixels, (int)done, out used);
    }

    /// <summary>Parses numbers with any number of spaces between, and says what is wrong.</summary>
    /// <param name="field">The whole field.</param>
    /// <param name="pixels">Takes the 2,304 values.</param>
    /// <param name="where">File, row and line, for the message.</param>
    /// <exception cref="FaceDataException">Not 2,304 numbers from 0 to 255.</exception>
    public static void ParseSlowly(ReadOnlySpan<byte> field, Span<byte> pixels, string where)
    {
        var count = 0;
        foreach (var range in field.Split((byte)' '))
        {
            var number = field[range];
            if (number.IsEmpty)
                continue;
            count++;
            if (!TryParseNumber(number, out var value))
                throw new FaceDataException($"{where}: pixel {count} is '{Excerpt.Of(number)}'; expected a whole number from 0 to 255");
            if (count <= FaceSet.PixelsPerFace)
                pixels[count - 1] = value;
        }

        if (count != FaceSet.PixelsPerFace)
            throw new FaceDataException($"{where}: {count} pixels; expected {FaceSet.PixelsPerFace} ({FaceSet.Side}×{FaceSet.Side})");
    }

    // Up to three digits, the first in the lowest byte: moved up so that the last stands in byte 3, then ones + 10·tens in one multiplication.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Value(ulong word, int length)
    {
        var aligned = (uint)(word << (32 - 8 * length));
        var onesAndTens = (aligned * ((10U << 8) | 1)) >> 24;
        var hundreds = (aligned >> 8) & 0xFF;
        return onesAndTens + 100 * hundreds;
    }

    private static bool TryParseRest(ReadOnlySpan<byte> text, int at, Span<byte> pixels, int done, out int used)
    {
        used = 0;
        for (; done < FaceSet.PixelsPerFace; done++)
        {
            var length = 0;
            while (length < 3 && at + length < text.Length && char.IsAsciiDigit((char)text[at + length]))
                length++;
            if (!TryParseNumber(text.Slice(at, length), out pixels[done]))
                return false;
            at += length;
            if (done == FaceSet.PixelsPerFace - 1)
                break;
            if (at >= text.Length || text[at] != ' ')
                return false;
            at++;
        }

        used = at;
        return true;
    }

    private static bool TryParseNumber(ReadOnlySpan<byte> digits, out byte value)
    {
        value = 0;
        if (digits.IsEmpty)
            return false;
        var number = 0;
        foreach (var octet in digits)
        {
            if (!char.IsAsciiDigit((char)octet))
                return false;
            number = number * 10 + (octet - '0');
            if (number > 255)
                return false;
        }

        value = (byte)number;
        return true;
    }
}
