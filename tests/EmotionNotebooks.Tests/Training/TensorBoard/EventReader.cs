using System.Buffers.Binary;
using System.Text;

namespace EmotionNotebooks.Tests.Training.TensorBoard;

/// <summary>Reads event files by their definitions, with nothing of what writes them: bit by bit where that computes with tables.</summary>
internal static class EventReader
{
    public static List<Event> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var events = new List<Event>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            Assert.Equal(Checksum(bytes.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 8)));
            var data = bytes.AsSpan(at + 12, length);
            Assert.Equal(Checksum(data), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 12 + length)));
            events.Add(EventOf(data));
            at += 16 + length;
        }

        return events;
    }

    private static Event EventOf(ReadOnlySpan<byte> data)
    {
        var it = new Event(0, 0, null, []);
        foreach (var (field, number, bytes) in Fields(data))
        {
            it = field switch
            {
                1 => it with { WallTime = BitConverter.UInt64BitsToDouble(number) },
                2 => it with { Step = (long)number },
                3 => it with { FileVersion = Encoding.UTF8.GetString(bytes) },
                5 => it with { Scalars = [.. Fields(bytes).Select(value => Scalar(value.Bytes))] },
                _ => it,
            };
        }

        return it;
    }

    private static (string Tag, float Value) Scalar(byte[] data)
    {
        var fields = Fields(data);
        return (Encoding.UTF8.GetString(fields[0].Bytes), BitConverter.UInt32BitsToSingle((uint)fields[1].Number));
    }

    // Protobuf's wire form: the field's number and type, then a varint, 8 bytes, a length and so many bytes, or 4 bytes.
    private static List<(int Field, ulong Number, byte[] Bytes)> Fields(ReadOnlySpan<byte> data)
    {
        var fields = new List<(int, ulong, byte[])>();
        while (!data.IsEmpty)
        {
            var tag = Varint(ref data);
            ulong number = 0;
            byte[] bytes = [];
            switch (tag & 7)
            {
                case 0:
                    number = Varint(ref data);
                    break;
                case 1:
                    number = BinaryPrimitives.ReadUInt64LittleEndian(data);
                    data = data[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref data);
                    bytes = data[..length].ToArray();
                    data = data[length..];
                    break;
                case 5:
                    number = BinaryPrimitives.ReadUInt32LittleEndian(data);
                    data = data[4..];
                    break;
                default:
                    Assert.Fail($"wire type {tag & 7}");
                    break;
            }

            fields.Add(((int)(tag >> 3), number, bytes));
        }

        return fields;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> data)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = data[0];
            data = data[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78);
            }
        }

        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }

    internal sealed record Event(double WallTime, long Step, string? FileVersion, IReadOnlyList<(string Tag, float Value)> Scalars);
}
