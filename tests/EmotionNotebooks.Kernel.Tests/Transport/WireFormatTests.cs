using System.Text;
using System.Text.Json;
using EmotionNotebooks.Kernel.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Kernel.Tests.Transport;

[Trait("Needs", "Nothing")]
public sealed class WireFormatTests
{
    private readonly WireFormat _format = new(new MessageSigner("key"u8.ToArray()));

    [Fact]
    public void Should_Sign_As_Jupyter_Does()
    {
        // python3 -c "import hmac; print(hmac.new(b'key', b'{}{\"a\":1}{}{}', 'sha256').hexdigest())"
        var signature = new MessageSigner("key"u8.ToArray()).Sign("{}"u8, "{\"a\":1}"u8, "{}"u8, "{}"u8);

        Assert.Equal("0b5956cd546109504977da083d754b0435ee3dc3cc8cf51dc6a5528f4487faf8", Encoding.ASCII.GetString(signature));
        Assert.Empty(new MessageSigner([]).Sign("{}"u8, "{}"u8, "{}"u8, "{}"u8));
    }

    [Fact]
    public void Should_Read_What_It_Wrote()
    {
        var frames = _format.Write([[1, 2], [3]], "hello", "{\"msg_id\":\"7\"}"u8.ToArray(), writer => writer.WriteString("text", "naïve 😀 \n"));

        var message = _format.Read(Channel.Shell, [.. frames, [1]], out _)!;

        Assert.Equal(("hello", "7", null), (message.Type, message.ParentId, message.Fault));
        Assert.Equal([[1, 2], [3]], message.Identities);
        Assert.Equal("naïve 😀 \n", message.Content.GetProperty("text").GetString());
    }

    [Fact]
    public void Should_Carry_What_Is_No_Unicode()
    {
        // Half a pair, as code can print it: the message must be JSON all the same.
        var frames = _format.Write([], "stream", WireFormat.EmptyObject, writer => writer.WriteString("text", "a\ud83db"));

        Assert.Equal("a\ufffdb", JsonDocument.Parse(frames[^1]).RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(1, "signature")] // the signature itself
    [InlineData(2, "signature")] // a part that it covers
    [InlineData(5, "signature")]
    public void Should_Drop_A_Message_When_A_Byte_Was_Changed(int frame, string fault)
    {
        var frames = _format.Write([], "hello", WireFormat.EmptyObject, _ => { });
        frames[frame][0] ^= 1;

        Assert.Null(_format.Read(Channel.Shell, frames, out var found));
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Drop_A_Message_When_Its_Signature_Is_In_Capitals()
    {
        var frames = _format.Write([], "hello", WireFormat.EmptyObject, _ => { });
        frames[1] = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(frames[1]).ToUpperInvariant());

        Assert.Null(_format.Read(Channel.Shell, frames, out _));
    }

    [Theory]
    [InlineData("{", true)]
    [InlineData("[]", true)]
    [InlineData("{\"msg_id\":\"1\"}", true)]
    [InlineData("{\"msg_id\":1,\"msg_type\":\"x\"}", true)]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"\\ud800\"}", true)]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"x\"}", false)]
    public void Should_Drop_A_Message_When_Nobody_Could_Be_Answered(string header, bool dropped)
    {
        var unsigned = new WireFormat(new MessageSigner([]));
        byte[][] frames = [[9], "<IDS|MSG>"u8.ToArray(), [], Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()];

        Assert.Equal(dropped, unsigned.Read(Channel.Shell, frames, out var fault) is null);
        Assert.Equal(dropped, fault.Length > 0);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("\"\"")]
    public void Should_Keep_A_Message_When_Only_Its_Content_Is_Wrong(string content)
    {
        var unsigned = new WireFormat(new MessageSigner([]));
        byte[][] frames =
        [
            "<IDS|MSG>"u8.ToArray(), [], "{\"msg_id\":\"1\",\"msg_type\":\"x\"}"u8.ToArray(), "?"u8.ToArray(), [], Encoding.UTF8.GetBytes(content),
        ];

        Assert.NotNull(unsigned.Read(Channel.Shell, frames, out _)!.Fault);
    }

    [Fact]
    public void Should_Never_Throw_Whatever_Comes()
    {
        // Frames of anything, of the delimiter, and of pieces of JSON, in any number and order.
        var unsigned = new WireFormat(new MessageSigner([]));
        var pieces = Gen.Elements("<IDS|MSG>", "", "{}", "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\"}", "null", "[", "{\"msg_type\":{}}").Select(Encoding.UTF8.GetBytes);
        var anything = ArbMap.Default.GeneratorFor<byte[]>();
        var messages = Gen.Frequency((2, pieces), (1, anything)).ArrayOf();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(messages.ToArbitrary(), frames => unsigned.Read(Channel.Shell, frames, out var fault) is null == fault.Length > 0));
    }
}
