namespace EmotionNotebooks.Tests.Data;

/// <summary>The CRC-32 that ends a PNG's chunk.</summary>
internal static class PngChecksum
{
    public static uint Of(ReadOnlySpan<byte> typeAndData)
    {
        var crc = uint.MaxValue;
        foreach (var octet in typeAndData)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
