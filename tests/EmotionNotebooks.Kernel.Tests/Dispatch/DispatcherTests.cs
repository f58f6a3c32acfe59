using System.Text;
using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

[Trait("Needs", "Kernel")]
public sealed class DispatcherTests : IDisposable
{
    private readonly TestKernel _kernel = new();
    private readonly TestClient _client;

    public DispatcherTests() => _client = _kernel.Connect();

    [Theory]
    [InlineData("kernel_info_request", "kernel_info_reply", "ok")]
    [InlineData("comm_info_request", "comm_info_reply", "ok")]
    [InlineData("interrupt_request", "interrupt_reply", "ok")]
    [InlineData("history_request", "history_reply", "ok")]
    [InlineData("debug_request", "debug_reply", "error")]
    [InlineData("create_subshell_request", "create_subshell_reply", "error")]
    [InlineData("complete_request", "complete_reply", "error")] // no code
    public void Should_Answer_Every_Request_On_Both_Channels_Between_Busy_And_Idle(string type, string reply, string status)
    {
        foreach (var channel in new[] { Channel.Shell, Channel.Control })
        {
            var id = _client.Send(channel, type);

            var answer = _client.Reply(id, channel);
            Assert.Equal((reply, status), (answer.Type, answer.Get("status")));
            Assert.Equal(status == "error", answer.Content.TryGetProperty("ename", out _));
            Assert.Equal(["busy", "idle"], _client.UntilIdle(id).Kinds());
        }
    }

    [Fact]
    public void Should_Answer_Each_Of_Many_Requests()
    {
        var ids = Enumerable.Range(0, 50).Select(_ => _client.Send(Channel.Shell, "kernel_info_request")).ToList();

        Assert.Equal(ids, ids.Select(id => _client.Receive(Channel.Shell).ParentId));
    }

    [Fact]
    public void Should_Say_What_The_Kernel_Is()
    {
        var info = _client.Reply(_client.Send(Channel.Control, "kernel_info_request"), Channel.Control).Content;

        Assert.Equal("5.4", info.GetProperty("protocol_version").GetString());
        var language = info.GetProperty("language_info");
        Assert.Equal(("C#", ".cs", "csharp"), (language.GetProperty("name").GetString(), language.GetProperty("file_extension").GetString(), language.GetProperty("pygments_lexer").GetString()));
    }

    [Theory]
    [InlineData("comm_msg")]
    [InlineData("nonsense")]
    [InlineData("comm_close")]
    public void Should_Not_Reply_When_No_Reply_Is_Due(string type)
    {
        var id = _client.Send(Channel.Shell, type, new { comm_id = "1" });

        Assert.Equal(["busy", "idle"], _client.UntilIdle(id).Kinds());
        Assert.True(_client.IsQuiet(Channel.Shell));
    }

    [Fact]
    public void Should_Close_A_Comm_That_Nobody_Serves()
    {
        var id = _client.Send(Channel.Shell, "comm_open", new { comm_id = "abc", target_name = "widgets", data = new { } });

        var heard = _client.UntilIdle(id);

        Assert.Equal(["busy", "comm_close", "idle"], heard.Kinds());
        Assert.Equal("abc", heard[1].Get("comm_id"));
    }

    [Theory]
    [InlineData("execute_request", "{\"code\": 5}", "execute_request, code: Number; expected text")]
    [InlineData("execute_request", "{\"code\": \"\\ud800\"}", "half a surrogate pair")]
    [InlineData("execute_request", "{\"code\": \"x\", \"silent\": \"no\"}", "execute_request, silent: String; expected true or false")]
    [InlineData("complete_request", "{\"code\": \"x\", \"cursor_pos\": 1.5}", "complete_request, cursor_pos: Number; expected a whole number")]
    [InlineData("inspect_request", "{\"code\":", "no JSON")]
    [InlineData("is_complete_request", "[]", "expected a JSON object")]
    [InlineData("history_request", "{\"hist_access_type\": \"all\"}", "expected tail, range or search")]
    [InlineData("shutdown_request", "{\"restart\": []}", "shutdown_request, restart")]
    public void Should_Reply_With_What_Is_Wrong_When_The_Content_Is(string type, string content, string message)
    {
        var format = new WireFormat(new MessageSigner(_kernel.Connection.Key));
        var frames = format.Write([], type, WireFormat.EmptyObject, _ => { }, id: "x");
        frames[^1] = Encoding.UTF8.GetBytes(content);
        frames[1] = new MessageSigner(_kernel.Connection.Key).Sign(frames[2], frames[3], frames[4], frames[5]);

        _client.SendRaw(Channel.Shell, frames);

        var reply = _client.Reply("x");
        Assert.Equal("error", reply.Get("status"));
        Assert.Contains(message, reply.Get("evalue"), StringComparison.Ordinal);
        Assert.Equal(["busy", "idle"], _client.UntilIdle("x").Kinds());
    }

    [Fact]
    public void Should_Drop_A_Message_When_Its_Key_Is_Another()
    {
        var forger = new WireFormat(new MessageSigner("another key"u8.ToArray()));

        _client.SendRaw(Channel.Shell, forger.Write([], "execute_request", WireFormat.EmptyObject, writer => writer.WriteString("code", "value 1"), id: "x"));

        Assert.True(_client.IsQuiet(Channel.Shell));
        Assert.Empty(_kernel.Interpreter.Ran);
    }

    public void Dispose() => _kernel.Dispose();
}
