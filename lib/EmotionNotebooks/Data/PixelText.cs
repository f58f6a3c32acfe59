namespace EmotionNotebooks.Data;

/// <summary>The text of one face's pixels: 2,304 decimal numbers from 0 to 255 with spaces between.</summary>
internal static class PixelText
{
    /// <summary>Parses numbers of one to three digits with single spaces between, the form in which FER-2013 comes.</summary>
    /// <param name="text">Starts at the first digit; may go on after the last.</param>
    /// <param name="pixels">Takes the 2,304 values; undefined on failure.</param>
    /// <param name="used">How many bytes the numbers took.</param>
    /// <returns>False for any other form, right or wrong.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, Span<byte> pixels, out int used)
    {
        // The last four stay for the careful loop: what follows them is no space.
        var done = PixelGroups.Parse(text, pixels[..(FaceSet.PixelsPerFace - 4)], out used);
        return done >= 0 && TryParseRest(text, used, pixels, done, out used);
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
