using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EmotionNotebooks.Data;

/// <summary>
/// Numbers of one to three digits with single spaces between, four at once: where the spaces of the next 16 bytes are says which of 81
/// patterns the four numbers have, and the pattern says how to move their digits into place. Nothing branches on the data, since lengths and
/// values cannot be predicted.
/// </summary>
internal static class PixelGroups
{
    private const int GroupSize = 4;
    private const int Window = 16; // four numbers with their spaces have at most 16 bytes
    private const int BlockSize = 64;
    private const int MostBlocks = 4 * FaceSet.PixelsPerFace / BlockSize;

    // Pattern 0 is none. The patterns by where four spaces are, a bit for each byte of the window; what each pattern moves where.
    private static readonly byte[] Patterns = new byte[1 << Window];
    private static readonly Vector128<byte>[] Moves = new Vector128<byte>[82];

    static PixelGroups()
    {
        Span<byte> moves = stackalloc byte[Window];
        for (var pattern = 1; pattern < Moves.Length; pattern++)
        {
            var spaces = 0;
            var end = 0;
            moves.Fill(0xFF); // takes a zero
            for (var (number, rest) = (0, pattern - 1); number < GroupSize; number++, rest /= 3)
            {
                var length = 1 + rest % 3;
                for (var digit = 0; digit < length; digit++)
                    moves[4 * number + 3 - digit] = (byte)(end + length - 1 - digit); // the last digit in the highest byte
                spaces |= 1 << (end + length);
                end += length + 1;
            }

            Patterns[spaces] = (byte)pattern;
            Moves[pattern] = Vector128.Create<byte>(moves);
        }
    }

    /// <summary>Parses numbers as long as they come in this form.</summary>
    /// <param name="text">Starts at the first digit; may go on after the last number.</param>
    /// <param name="pixels">Takes the values.</param>
    /// <param name="used">How many bytes the numbers took, with the space behind the last.</param>
    /// <returns>How many numbers there were, a multiple of four; −1 where one is above 255.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // from the first row on: a file is read once, and mostly before tiering would help
    public static int Parse(ReadOnlySpan<byte> text, Span<byte> pixels, out int used)
    {
        used = 0;
        if (!Vector128.IsHardwareAccelerated || !BitConverter.IsLittleEndian)
            return 0;
        text = text[..Math.Min(text.Length, MostBlocks * BlockSize)];
        Span<ulong> spaces = stackalloc ulong[MostBlocks + 1];
        FindSpaces(text, spaces);
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref MemoryMarshal.GetReference(pixels);
        ref var bits = ref Unsafe.As<ulong, byte>(ref MemoryMarshal.GetReference(spaces));
        ref var patterns = ref MemoryMarshal.GetArrayDataReference(Patterns);
        ref var moves = ref MemoryMarshal.GetArrayDataReference(Moves);
        var all = Vector128<uint>.Zero;
        nint at = 0;
        nint done = 0;
        for (; at + Window <= text.Length && done + GroupSize <= pixels.Length; done += GroupSize)
        {
            var window = (Unsafe.ReadUnaligned<uint>(ref Unsafe.AddByteOffset(ref bits, at >> 3)) >> ((int)at & 7)) & 0xFFFF;
            var fourth = window & (window - 1);
            fourth &= fourth - 1;
            fourth &= fourth - 1;
            nint pattern = Unsafe.AddByteOffset(ref patterns, (nint)(window ^ (fourth & (fourth - 1))));
            if (pattern == 0)
                break;
            var digits = Vector128.LoadUnsafe(ref source, (nuint)at) - Vector128.Create((byte)'0');
            var aligned = Vector128.ShuffleNative(digits, Unsafe.Add(ref moves, pattern)).AsUInt32();
            // Ones + 10·tens come to stand in the highest byte.
            var values = ((aligned * ((10U << 8) | 1)) >> 24) + ((aligned >> 8) & Vector128.Create(0xFFU)) * 100U;
            all |= values;
            var bytes = Vector128.Shuffle(values.AsByte(), Vector128.Create((byte)0, 4, 8, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref target, done), bytes.AsUInt32().ToScalar());
            at += BitOperations.TrailingZeroCount(fourth) + 1;
        }

        used = (int)at;
        return Vector128.GreaterThanAny(all, Vector128.Create(255U)) ? -1 : (int)done;
    }

    // A bit for each byte that is a space, up to the first byte that is neither space nor digit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindSpaces(ReadOnlySpan<byte> text, Span<ulong> spaces)
    {
        if (text.Length < BlockSize)
            return;
        ref var source = ref MemoryMarshal.GetReference(text);
        for (var (at, block) = (0, 0); at < text.Length; at += BlockSize, block++)
        {
            // The last block begins earlier, with bytes that have been looked at.
            var again = Math.Max(0, at + BlockSize - text.Length);
            var low = Vector256.LoadUnsafe(ref source, (nuint)(at - again));
            var high = Vector256.LoadUnsafe(ref source, (nuint)(at - again + BlockSize / 2));
            spaces[block] = Bits(Vector256.Equals(low, Vector256.Create((byte)' ')), Vector256.Equals(high, Vector256.Create((byte)' '))) >> again;
            var others = ~(spaces[block] | Bits(IsDigit(low), IsDigit(high)) >> again) & (ulong.MaxValue >> again);
            if (others != 0)
            {
                spaces[block] &= (others & (0 - others)) - 1;
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsDigit(Vector256<byte> bytes) =>
        Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
}
