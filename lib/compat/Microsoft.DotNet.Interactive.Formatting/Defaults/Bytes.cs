using System.Globalization;
using System.Text;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Bytes as address, hexadecimal digits and characters.</summary>
internal static class Bytes
{
    private const int PerLine = 16;

    public static ReadOnlyMemory<byte> Of(object value) => value switch
    {
        byte[] bytes => bytes,
        Memory<byte> bytes => bytes,
        _ => (ReadOnlyMemory<byte>)value,
    };

    public static string Dump(object value)
    {
        var bytes = Of(value).Span;
        var text = new StringBuilder();
        var shown = Math.Min(bytes.Length, PerLine * Limits.Of(typeof(byte)));
        for (var start = 0; start < shown; start += PerLine)
        {
            var line = bytes[start..Math.Min(start + PerLine, shown)];
            text.Append(start > 0 ? "\n" : "").Append(CultureInfo.InvariantCulture, $"{start:X8}  ");
            for (var i = 0; i < PerLine; i++)
            {
                text.Append(i < line.Length ? line[i].ToString("X2", CultureInfo.InvariantCulture) : "  ").Append(i == PerLine / 2 - 1 ? "  " : " ");
            }

            text.Append('|');
            foreach (var one in line)
                text.Append(one is >= 32 and < 127 ? (char)one : '.');
            text.Append('|');
        }

        if (shown < bytes.Length)
            text.Append(CultureInfo.InvariantCulture, $"\n… {bytes.Length - shown:N0} more bytes");
        return text.ToString();
    }
}
