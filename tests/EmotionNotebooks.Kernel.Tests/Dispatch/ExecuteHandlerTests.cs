using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

[Trait("Needs", "Kernel")]
public sealed class ExecuteHandlerTests : IDisposable
{
    private readonly TestKernel _kernel = new();
    private readonly TestClient _client;

    public ExecuteHandlerTests() => _client = _kernel.Connect();

    [Fact]
    public void Should_Send_Outputs_Then_The_Reply_Then_Idle()
    {
        _kernel.Interpreter.Cells["both"] = frontEnd =>
        {
            frontEnd.Write("stdout", "a");
            frontEnd.Display(MimeBundleOf("text/html", "<b>"));
            frontEnd.Write("stderr", "b");
        };

        var id = _client.Execute("both");
        var reply = _client.Reply(id);
        var heard = _client.UntilIdle(id);

        Assert.Equal(["busy", "execute_input", "stream", "display_data", "stream", "idle"], heard.Kinds());
        Assert.InRange(reply.Place(), heard[3].Place() + 1, heard[^1].Place() - 1);
    }

    [Fact]
    public void Should_Count_Cells_And_Show_Values()
    {
        foreach (var number in new[] { "1", "2" })
        {
            var id = _client.Execute("value seven");

            var heard = _client.UntilIdle(id);
            Assert.Equal(["busy", "execute_input", "execute_result", "idle"], heard.Kinds());
            Assert.Equal((number, number), (heard[1].Get("execution_count"), heard[2].Get("execution_count")));
            Assert.Equal("seven", heard[2].Content.GetProperty("data").GetProperty("text/plain").GetString());
            var reply = _client.Reply(id);
            Assert.Equal(("ok", number, "[]", "{}"), (reply.Get("status"), reply.Get("execution_count"), reply.Get("payload"), reply.Get("user_expressions")));
        }
    }

    [Fact]
    public void Should_Publish_One_Error_And_Reply_With_It()
    {
        var id = _client.Execute("error BadException");

        var heard = _client.UntilIdle(id);
        var reply = _client.Reply(id);

        Assert.Equal(["busy", "execute_input", "error", "idle"], heard.Kinds());
        Assert.Equal(("BadException", "it failed"), (heard[2].Get("ename"), heard[2].Get("evalue")));
        Assert.Equal(("error", "BadException", "it failed", "1"), (reply.Get("status"), reply.Get("ename"), reply.Get("evalue"), reply.Get("execution_count")));
        Assert.Equal(2, reply.Content.GetProperty("traceback").GetArrayLength());
        Assert.InRange(reply.Place(), heard[2].Place() + 1, heard[3].Place() - 1);
    }

    [Fact]
    public void Should_Abort_What_Is_Queued_When_A_Cell_Fails()
    {
        string[] ids = [_client.Execute("value 1"), _client.Execute("error X"), _client.Execute("value 2"), _client.Execute("value 3")];

        Assert.Equal(["ok", "error", "aborted", "aborted"], ids.Select(id => _client.Reply(id).Get("status")));
        Assert.Equal("ok", _client.Reply(_client.Execute("value 4")).Get("status"));
        Assert.Equal(["value 1", "error X", "value 4"], _kernel.Interpreter.Ran);
        Assert.Equal(["busy", "idle"], _client.UntilIdle(ids[2]).Kinds());
    }

    [Fact]
    public void Should_Run_What_Follows_When_The_Failing_Cell_Says_So()
    {
        var failing = _client.Send(Channel.Shell, "execute_request", new { code = "error X", stop_on_error = false });
        var next = _client.Execute("value 1");

        Assert.Equal("error", _client.Reply(failing).Get("status"));
        Assert.Equal("ok", _client.Reply(next).Get("status"));
    }

    [Fact]
    public void Should_Run_Cells_In_Their_Order()
    {
        var ids = Enumerable.Range(0, 30).Select(i => _client.Execute($"value {i}")).ToList();

        Assert.Equal(ids, ids.Select(_ => _client.Receive(Channel.Shell).ParentId));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"value {i}"), _kernel.Interpreter.Ran);
    }

    [Theory]
    [InlineData(true, true, "busy stream idle")]
    [InlineData(false, false, "busy execute_input stream idle")]
    public void Should_Leave_The_Count_When_Nothing_Is_Stored(bool silent, bool storeHistory, string published)
    {
        var id = _client.Send(Channel.Shell, "execute_request", new { code = "print x", silent, store_history = storeHistory });

        Assert.Equal(published.Split(' '), _client.UntilIdle(id).Kinds());
        Assert.Equal("0", _client.Reply(id).Get("execution_count"));
        Assert.Equal("1", _client.Reply(_client.Execute("print y")).Get("execution_count"));
    }

    [Fact]
    public void Should_Show_No_Value_When_Silent()
    {
        var id = _client.Send(Channel.Shell, "execute_request", new { code = "value 1", silent = true });

        Assert.Equal(["busy", "idle"], _client.UntilIdle(id).Kinds());
    }

    [Fact]
    public void Should_Run_Nothing_When_A_Cell_Is_Blank()
    {
        var reply = _client.Reply(_client.Execute(" \n"));

        Assert.Equal(("ok", "0"), (reply.Get("status"), reply.Get("execution_count")));
        Assert.Empty(_kernel.Interpreter.Ran);
    }

    [Fact]
    public void Should_Name_What_It_Does_Not_Evaluate()
    {
        var id = _client.Send(Channel.Shell, "execute_request", new { code = "value 1", user_expressions = new { a = "1 + 1" } });

        Assert.Equal("error", _client.Reply(id).Content.GetProperty("user_expressions").GetProperty("a").GetProperty("status").GetString());
    }

    [Fact]
    public void Should_Give_Pages_To_The_Pager()
    {
        var payload = _client.Reply(_client.Execute("page help")).Content.GetProperty("payload")[0];

        Assert.Equal(("page", "help"), (payload.GetProperty("source").GetString(), payload.GetProperty("data").GetProperty("text/plain").GetString()));
    }

    [Fact]
    public void Should_Answer_Everything_Else_While_A_Cell_Runs()
    {
        var cell = StartWaiting();

        foreach (var (channel, type) in new[]
                 {
                     (Channel.Control, "kernel_info_request"), (Channel.Shell, "kernel_info_request"), (Channel.Shell, "complete_request"),
                     (Channel.Shell, "inspect_request"), (Channel.Shell, "is_complete_request"), (Channel.Shell, "history_request"),
                     (Channel.Shell, "comm_info_request"),
                 })
        {
            var id = _client.Send(channel, type, new { code = "x", cursor_pos = 0 });
            Assert.Equal(type.Replace("_request", "_reply"), _client.Reply(id, channel).Type);
        }

        Assert.Equal("ok", _client.Reply(_client.Send(Channel.Control, "interrupt_request"), Channel.Control).Get("status"));
        Assert.Equal("KeyboardInterrupt", _client.Reply(cell).Get("ename"));
        Assert.Equal("ok", _client.Reply(_client.Execute("value 1")).Get("status"));
    }

    [Fact]
    public void Should_Interrupt_A_Cell_That_Waits_For_The_Interpreter()
    {
        using var ready = new ManualResetEventSlim();
        using var kernel = new TestKernel(create: () =>
        {
            ready.Wait(TimeSpan.FromSeconds(20));
            return new FakeInterpreter();
        });
        var client = kernel.Connect();
        var cell = client.Execute("value 1");

        // What needs no interpreter is answered before there is one.
        Assert.Equal("ok", client.Reply(client.Send(Channel.Shell, "kernel_info_request")).Get("status"));
        while (client.Receive(Channel.Iopub).Type != "execute_input")
        {
        }

        client.Send(Channel.Control, "interrupt_request");
        Assert.Equal("KeyboardInterrupt", client.Reply(cell).Get("ename"));
        ready.Set();
        Assert.Equal("ok", client.Reply(client.Execute("value 1")).Get("status"));
    }

    [Fact]
    public void Should_Say_Why_When_There_Is_No_Interpreter()
    {
        using var kernel = new TestKernel(create: () => throw new FileNotFoundException("a part of it is missing"));
        var client = kernel.Connect();

        var reply = client.Reply(client.Execute("value 1"));

        Assert.Equal(("error", "FileNotFoundException", "a part of it is missing"), (reply.Get("status"), reply.Get("ename"), reply.Get("evalue")));
        Assert.Equal("error", client.Reply(client.Send(Channel.Shell, "complete_request", new { code = "x" })).Get("status"));
    }

    [Fact]
    public void Should_Live_On_When_The_Interpreter_Throws()
    {
        Assert.Equal("NotSupportedException", _client.Reply(_client.Execute("crash")).Get("ename"));
        Assert.Equal("ok", _client.Reply(_client.Execute("value 1")).Get("status"));
    }

    public void Dispose() => _kernel.Dispose();

    private string StartWaiting()
    {
        var id = _client.Execute("wait");
        Assert.True(_kernel.Interpreter.Waiting.Wait(TimeSpan.FromSeconds(10)));
        return id;
    }

    private static MimeBundle MimeBundleOf(string type, string content) =>
        new(new Dictionary<string, string> { ["text/plain"] = content, [type] = content });
}
