namespace EmotionNotebooks.Tests.Data;

public sealed class Crc32Tests
{
    [Fact]
    public void Should_give_the_check_value_of_the_standard()
    {
        Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));
        Assert.Equal(0U, Crc32.Append(0, []));
    }

    [Fact]
    public void Should_give_the_same_however_the_bytes_are_divided()
    {
        var bytes = FerText.Values(9)[..100];
        var whole = Crc32.Append(0, bytes);

        for (var at = 0; at <= bytes.Length; at++)
            Assert.Equal(whole, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, at)), bytes.AsSpan(at)));
    }
}
