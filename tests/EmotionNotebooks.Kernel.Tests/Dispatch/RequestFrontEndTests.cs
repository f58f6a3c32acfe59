using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

[Trait("Needs", "Kernel")]
public sealed class RequestFrontEndTests : IDisposable
{
    private readonly TestKernel _kernel = new();

    [Fact]
    public void Should_Show_Change_And_Clear()
    {
        var bundle = new MimeBundle(new Dictionary<string, string> { ["text/plain"] = "{}", ["application/x+json"] = "{\"a\":[1]}", ["application/json"] = "oops" });
        _kernel.Interpreter.Cells["show"] = frontEnd =>
        {
            frontEnd.Display(bundle);
            frontEnd.Display(bundle, "id");
            frontEnd.Update(MimeBundle.Plain("new"), "id");
            frontEnd.Clear(wait: true);
        };
        var client = _kernel.Connect();

        var heard = client.UntilIdle(client.Execute("show"));

        Assert.Equal(["busy", "execute_input", "display_data", "display_data", "update_display_data", "clear_output", "idle"], heard.Kinds());
        Assert.Equal("""{"text/plain":"{}","application/x+json":{"a":[1]},"application/json":"oops"}""", heard[2].Get("data"));
        Assert.Equal(("{}", """{"display_id":"id"}""", """{"display_id":"id"}"""), (heard[2].Get("transient"), heard[3].Get("transient"), heard[4].Get("transient")));
        Assert.Equal("true", heard[5].Get("wait"));
    }

    [Fact]
    public void Should_Name_Its_Cell_Even_When_That_Has_Ended()
    {
        IFrontEnd? kept = null;
        _kernel.Interpreter.Cells["keep"] = frontEnd => kept = frontEnd;
        var client = _kernel.Connect();
        var id = client.Execute("keep");
        client.UntilIdle(id);

        kept!.Write("stdout", "later");

        var late = client.Receive(Channel.Iopub);
        Assert.Equal(("stream", "later", id), (late.Type, late.Get("text"), late.ParentId));
    }

    [Theory]
    [InlineData("ask", "false")]
    [InlineData("secret", "true")]
    public void Should_Ask_Who_Ran_The_Cell(string word, string password)
    {
        var other = _kernel.Connect();
        var client = _kernel.Connect();
        var id = client.Execute($"{word} your name?");

        var question = client.Receive(Channel.Stdin);
        Assert.Equal(("input_request", "your name?", password, id), (question.Type, question.Get("prompt"), question.Get("password"), question.ParentId));
        Assert.True(other.IsQuiet(Channel.Stdin));
        client.Send(Channel.Stdin, "input_reply", new { value = "Bo 😀", status = "ok" });

        Assert.Equal("Bo 😀", client.UntilIdle(id).Single(message => message.Type == "execute_result").Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public void Should_Say_So_When_No_Questions_Are_Taken()
    {
        var client = _kernel.Connect();

        var reply = client.Reply(client.Send(Channel.Shell, "execute_request", new { code = "ask name", allow_stdin = false }));

        Assert.Equal("InvalidOperationException", reply.Get("ename"));
        Assert.Contains("allow_stdin is false", reply.Get("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Say_So_When_Nobody_Is_There_To_Answer()
    {
        var client = _kernel.Connect(stdin: false);

        Assert.Contains("has not connected to stdin", client.Reply(client.Execute("ask name")).Get("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_End_A_Question_When_The_Cell_Is_Interrupted_And_Take_The_Next()
    {
        var client = _kernel.Connect();
        var asking = client.Execute("ask first");
        client.Receive(Channel.Stdin);

        client.Send(Channel.Control, "interrupt_request");
        Assert.Equal("KeyboardInterrupt", client.Reply(asking).Get("ename"));

        // An answer that comes too late is nobody's.
        client.Send(Channel.Stdin, "input_reply", new { value = "late" });
        var again = client.Execute("ask second");
        Assert.Equal("second", client.Receive(Channel.Stdin).Get("prompt"));
        client.Send(Channel.Stdin, "nonsense");
        client.Send(Channel.Stdin, "input_reply", new { value = "right" });
        Assert.Equal("ok", client.Reply(again).Get("status"));
    }

    public void Dispose() => _kernel.Dispose();
}
