using EmotionNotebooks.Training.TensorBoard;

namespace EmotionNotebooks.Tests.Training.TensorBoard;

public sealed class TensorRecordTests
{
    public static TheoryData<byte[], uint> Vectors => new()
    {
        // RFC 3720, appendix B.4.
        { new byte[32], 0x8A9136AA },
        { Enumerable.Repeat((byte)0xFF, 32).ToArray(), 0x62A8AB43 },
        { Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(), 0x46DD794E },
        { Enumerable.Range(0, 32).Select(i => (byte)(31 - i)).ToArray(), 0x113FDB5C },
        {
            [
                0x01, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x14, 0, 0, 0, 0, 0, 0x04, 0, 0, 0, 0, 0x14, 0, 0, 0, 0x18,
                0x28, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0, 0, 0, 0, 0, 0,
            ],
            0xD9963A56
        },
        { "123456789"u8.ToArray(), 0xE3069283 }, // the usual check value
        { [], 0 },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Should_Be_The_Known_Checksum(byte[] data, uint checksum) => Assert.Equal(checksum, TensorRecord.Crc32C(data));

    [Fact]
    public void Should_Turn_And_Shift_When_A_Checksum_Is_Masked()
    {
        Assert.Equal(0xA282EAD8, TensorRecord.Masked(0));
        Assert.Equal(0xA282EAD7, TensorRecord.Masked(uint.MaxValue));
        // 0x12345678 turned right by 15 bits is 0xACF02468, and the sum runs over.
        Assert.Equal(0x4F730F40u, TensorRecord.Masked(0x12345678));
    }

    [Fact]
    public void Should_Frame_Data_With_Length_And_Checksums()
    {
        var record = TensorRecord.Frame("123456789"u8);

        Assert.Equal([9, 0, 0, 0, 0, 0, 0, 0], record[..8]);
        Assert.Equal(TensorRecord.Masked(TensorRecord.Crc32C([9, 0, 0, 0, 0, 0, 0, 0])), BitConverter.ToUInt32(record, 8));
        Assert.Equal("123456789"u8, record.AsSpan(12, 9));
        Assert.Equal(TensorRecord.Masked(0xE3069283), BitConverter.ToUInt32(record, 21));
        Assert.Equal(25, record.Length);
    }
}
