using SixLabors.ImageSharp.PixelFormats;
using static System.Buffers.Binary.BinaryPrimitives;

namespace SixLabors.ImageSharp.Native;

/// <summary>Decodes BMP without compression: palettes of 2, 16 and 256 colours, 16 bits (5 each, or by masks), 24 and 32 bits.</summary>
internal static class BmpDecoder
{
    private const int FileHeader = 14;
    private const int Masks = FileHeader + 40;

    private enum Compression : uint
    {
        None = 0,
        BitFields = 3,
    }

    public static void Decode(ReadOnlySpan<byte> data, PictureHeader header, int channels, Span<byte> pixels)
    {
        var information = ReadUInt32LittleEndian(data[FileHeader..]);
        var isCore = information == 12;
        if (!isCore && (information is < 40 or > 256 || data.Length < Masks))
            throw PictureHeader.Damaged(PictureFormat.Bmp, $"its header of {information} bytes is unknown or incomplete");
        int bits = ReadUInt16LittleEndian(data[(isCore ? 24 : 28)..]);
        var compression = isCore ? Compression.None : (Compression)ReadUInt32LittleEndian(data[30..]);
        if (compression is not (Compression.None or Compression.BitFields) || (compression == Compression.BitFields && bits is not (16 or 32)))
            throw new NotSupportedException($"BMP image cannot be decoded: its compression {(uint)compression} is not supported.");
        if (bits is not (1 or 4 or 8 or 16 or 24 or 32))
            throw PictureHeader.Damaged(PictureFormat.Bmp, $"{bits} bits per pixel are unknown");

        // Rows are filled up to four bytes, the lowest first unless the height is negative.
        var stride = ((long)header.Width * bits + 31) / 32 * 4;
        long offset = ReadUInt32LittleEndian(data[10..]);
        if (offset > data.Length || stride * header.Height > data.Length - offset)
            throw PictureHeader.Damaged(PictureFormat.Bmp, "it ends too early");
        var rows = data.Slice((int)offset, (int)(stride * header.Height));
        var isDownward = !isCore && ReadInt32LittleEndian(data[22..]) < 0;
        var palette = bits <= 8 ? Palette(data[..(int)offset], FileHeader + (int)information, isCore ? 3 : 4, bits) : [];
        var packed = bits is 16 or 32 ? Packed(data, bits, compression) : default;
        for (var y = 0; y < header.Height; y++)
        {
            var row = rows.Slice((int)stride * (isDownward ? y : header.Height - 1 - y), (int)stride);
            var to = pixels.Slice(y * header.Width * channels, header.Width * channels);
            switch (bits)
            {
                case 16:
                    for (var x = 0; x < header.Width; x++)
                        Put(packed.Colour(ReadUInt16LittleEndian(row[(2 * x)..])), to, x, channels);
                    break;
                case 24:
                    for (var x = 0; x < header.Width; x++)
                        Put(new(row[3 * x + 2], row[3 * x + 1], row[3 * x]), to, x, channels);
                    break;
                case 32:
                    for (var x = 0; x < header.Width; x++)
                        Put(packed.Colour(ReadUInt32LittleEndian(row[(4 * x)..])), to, x, channels);
                    break;
                default:
                    FromPalette(row, palette, bits, to, channels);
                    break;
            }
        }
    }

    // Grey by BT.709, rounded as in grey.h of lib/native/vision.
    private static void Put(Rgb24 colour, Span<byte> row, int x, int channels)
    {
        if (channels == 1)
            row[x] = (byte)(colour.R * 0.2126f + colour.G * 0.7152f + colour.B * 0.0722f + 0.5f);
        else
            (row[3 * x], row[3 * x + 1], row[3 * x + 2]) = (colour.R, colour.G, colour.B);
    }

    private static Rgb24[] Palette(ReadOnlySpan<byte> beforePixels, int at, int entrySize, int bits)
    {
        var entries = at > beforePixels.Length ? [] : beforePixels[at..];
        var palette = new Rgb24[Math.Min(entries.Length / entrySize, 1 << bits)];
        for (var i = 0; i < palette.Length; i++)
            palette[i] = new(entries[i * entrySize + 2], entries[i * entrySize + 1], entries[i * entrySize]);
        return palette;
    }

    private static void FromPalette(ReadOnlySpan<byte> row, Rgb24[] palette, int bits, Span<byte> to, int channels)
    {
        var perByte = 8 / bits;
        for (var x = 0; x < to.Length / channels; x++)
        {
            var index = row[x / perByte] >> (8 - bits - x % perByte * bits) & ((1 << bits) - 1);
            if (index >= palette.Length)
                throw PictureHeader.Damaged(PictureFormat.Bmp, $"colour {index} is not among the palette's {palette.Length}");
            Put(palette[index], to, x, channels);
        }
    }

    private static PackedChannels Packed(ReadOnlySpan<byte> data, int bits, Compression compression)
    {
        if (compression == Compression.None)
            return bits == 16 ? new(0x7C00, 0x03E0, 0x001F) : new(0xFF0000, 0x00FF00, 0x0000FF);
        if (data.Length < Masks + 12)
            throw PictureHeader.Damaged(PictureFormat.Bmp, "its header is incomplete");
        return new(ReadUInt32LittleEndian(data[Masks..]), ReadUInt32LittleEndian(data[(Masks + 4)..]), ReadUInt32LittleEndian(data[(Masks + 8)..]));
    }

    /// <summary>Where red, green and blue stand in a pixel.</summary>
    private readonly record struct PackedChannels(uint Red, uint Green, uint Blue)
    {
        public Rgb24 Colour(uint pixel) => new(Of(pixel, Red), Of(pixel, Green), Of(pixel, Blue));

        private static byte Of(uint pixel, uint mask) =>
            mask == 0 ? (byte)0 : (byte)(((ulong)(pixel & mask) * 255 + mask / 2) / mask);
    }
}
