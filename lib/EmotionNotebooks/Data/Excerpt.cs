using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>Bytes of unknown origin as a short, printable piece of a message.</summary>
internal static class Excerpt
{
    private const int Longest = 40;
    private const int LongestName = 100;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var octet in bytes[..Math.Min(bytes.Length, Longest)])
            text.Append(octet is >= 0x20 and < 0x7F ? (char)octet : '?');
        return bytes.Length > Longest ? text.Append('…').ToString() : text.ToString();
    }

    /// <summary>A file's name, in one line.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.AsSpan(0, Math.Min(name.Length, LongestName)))
            text.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter);
        return name.Length > LongestName ? text.Append('…').ToString() : text.ToString();
    }
}
