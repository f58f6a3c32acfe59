using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>Bytes of unknown origin as a short, printable piece of a message.</summary>
internal static class Excerpt
{
    private const int Longest = 40;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var octet in bytes[..Math.Min(bytes.Length, Longest)])
            text.Append(octet is >= 0x20 and < 0x7F ? (char)octet : '?');
        return bytes.Length > Longest ? text.Append('…').ToString() : text.ToString();
    }
}
