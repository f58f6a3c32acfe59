using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

/// <summary>Complete, inspect, is_complete.</summary>
[Trait("Needs", "Kernel")]
public sealed class QuestionHandlerTests : IDisposable
{
    private readonly TestKernel _kernel = new();
    private readonly TestClient _client;

    public QuestionHandlerTests() => _client = _kernel.Connect();

    [Theory]
    [InlineData("a😀b", 2, "at 3", 2, 3)] // an emoji is one code point, and two units
    [InlineData("abc", 99, "at 3", 3, 3)]
    [InlineData("abc", -1, "at 0", 0, 3)]
    [InlineData("", 0, "at 0", 0, 0)]
    public void Should_Count_Code_Points_When_Completing(string code, int place, string match, int start, int end)
    {
        var reply = _client.Reply(_client.Send(Channel.Shell, "complete_request", new { code, cursor_pos = place }));

        Assert.Equal((match, $"{start}", $"{end}"), (reply.Content.GetProperty("matches")[0].GetString()!, reply.Get("cursor_start"), reply.Get("cursor_end")));
        Assert.Equal(
            $$"""[{"start":{{start}},"end":{{end}},"text":"{{match}}","type":"function","signature":"()"}]""",
            reply.Content.GetProperty("metadata").GetProperty("_jupyter_types_experimental").GetRawText());
    }

    [Fact]
    public void Should_Inspect()
    {
        var reply = _client.Reply(_client.Send(Channel.Shell, "inspect_request", new { code = "😀x", cursor_pos = 1, detail_level = 1 }));

        Assert.Equal(("ok", "true", """{"text/plain":"x True"}""", "{}"), (reply.Get("status"), reply.Get("found"), reply.Get("data"), reply.Get("metadata")));
        reply = _client.Reply(_client.Send(Channel.Shell, "inspect_request", new { code = "", cursor_pos = 0 }));
        Assert.Equal(("ok", "false", "{}"), (reply.Get("status"), reply.Get("found"), reply.Get("data")));
    }

    [Theory]
    [InlineData("1", """{"status":"complete"}""")]
    [InlineData("(", """{"status":"incomplete","indent":"  "}""")]
    [InlineData(")", """{"status":"invalid"}""")]
    public void Should_Say_Whether_A_Text_Is_Complete(string code, string content) =>
        Assert.Equal(content, _client.Reply(_client.Send(Channel.Shell, "is_complete_request", new { code })).Content.GetRawText());

    public void Dispose() => _kernel.Dispose();
}
