using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

[Trait("Needs", "Kernel")]
public sealed class ShutdownHandlerTests
{
    [Theory]
    [InlineData("Control", true)]
    [InlineData("Shell", false)]
    public void Should_Reply_Then_End_Even_When_A_Cell_Runs(string name, bool restart)
    {
        var channel = Enum.Parse<Channel>(name);
        using var kernel = new TestKernel();
        var client = kernel.Connect();
        client.Execute("wait");
        Assert.True(kernel.Interpreter.Waiting.Wait(TimeSpan.FromSeconds(10)));

        var id = client.Send(channel, "shutdown_request", new { restart });

        var reply = client.Reply(id, channel);
        Assert.Equal(("shutdown_reply", "ok", restart ? "true" : "false"), (reply.Type, reply.Get("status"), reply.Get("restart")));
        Assert.Equal(["busy", "shutdown_reply", "idle"], client.UntilIdle(id).Kinds());
        Assert.Equal(KernelServer.Ended, kernel.Server.WaitForEnd());
        kernel.Server.Dispose();
    }
}
