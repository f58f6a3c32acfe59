using System.Text;
using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Transport;

[Trait("Needs", "Kernel")]
public sealed class WireTests
{
    [Theory]
    [InlineData("ipc", "a key")]
    [InlineData("tcp", "a key")]
    [InlineData("tcp", "")]
    public void Should_Answer_Over_Each_Transport(string transport, string key)
    {
        using var kernel = new TestKernel(transport, key);
        var client = kernel.Connect();

        var id = client.Send(Channel.Shell, "kernel_info_request");

        Assert.Equal("ok", client.Reply(id).Get("status"));
        Assert.Equal(["busy", "idle"], client.UntilIdle(id).Kinds());
    }

    [Fact]
    public void Should_Welcome_Each_Subscriber()
    {
        using var kernel = new TestKernel();

        // The second's subscription is no new one to the socket.
        kernel.Connect();
        kernel.Connect();
    }

    [Fact]
    public void Should_Beat_While_Cells_Run()
    {
        using var kernel = new TestKernel();
        kernel.Connect().Execute("wait");
        using var context = new ZmqContext();
        using var heart = context.Open(ZmqSocketType.Request);
        heart.Linger = 0;
        heart.ReceiveTimeout = 5000;
        heart.Connect(kernel.Connection.AddressOf(kernel.Connection.HeartbeatPort));

        for (byte i = 0; i < 5; i++)
        {
            heart.Send([[i], [7]]);
            Assert.Equal([[i], [7]], heart.Receive(wait: true));
        }
    }

    [Fact]
    public void Should_Say_Which_Address_Is_Taken()
    {
        using var kernel = new TestKernel("tcp");

        var error = Assert.Throws<ZmqException>(() => new Wire(kernel.Connection, new WireFormat(new MessageSigner([]))));

        Assert.Equal($"{kernel.Connection.AddressOf(kernel.Connection.ShellPort)} can't be listened at: Address already in use", error.Message);
    }

    [Fact]
    public void Should_Send_Many_Small_Writes_In_Few_Messages_And_Lose_None()
    {
        using var kernel = new TestKernel();
        kernel.Interpreter.Cells["many"] = frontEnd =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                frontEnd.Write(i % 10_000 < 5_000 ? "stdout" : "stderr", $"{i}\n");
            }
        };
        var client = kernel.Connect();

        var heard = client.UntilIdle(client.Execute("many")).Where(message => message.Type == "stream").ToList();

        Assert.InRange(heard.Count, 4, 200);
        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\n")), string.Concat(heard.Select(message => message.Get("text"))));
    }

    [Fact]
    public void Should_Send_Text_Soon_When_Nothing_Follows()
    {
        using var kernel = new TestKernel();
        var client = kernel.Connect();
        kernel.Interpreter.Cells["write and wait"] = frontEnd =>
        {
            frontEnd.Write("stdout", "here");
            kernel.Interpreter.Waiting.Wait(TimeSpan.FromSeconds(10));
        };

        client.Execute("write and wait");
        while (client.Receive(Channel.Iopub).Type != "stream")
        {
        }

        kernel.Interpreter.Waiting.Set();
    }

    [Fact]
    public void Should_Post_All_When_The_Posting_Threads_Are_Interrupted()
    {
        using var kernel = new TestKernel();
        const int threads = 3, each = 300;
        kernel.Interpreter.Cells["disturbed"] = frontEnd =>
        {
            var written = 0;
            var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
            {
                for (var i = 0; i < each; i++)
                {
                    frontEnd.Write("stdout", "x");
                    Interlocked.Increment(ref written);
                    try
                    {
                        Thread.Sleep(0);
                    }
                    catch (ThreadInterruptedException)
                    {
                    }
                }
            })).ToList();
            workers.ForEach(worker => worker.Start());
            while (workers.Exists(worker => worker.IsAlive))
            {
                workers.ForEach(worker => worker.Interrupt());
                Thread.Yield();
            }

            Assert.Equal(threads * each, written);
        };
        var client = kernel.Connect();

        var heard = client.UntilIdle(client.Execute("disturbed"));

        Assert.Equal(threads * each, heard.Where(message => message.Type == "stream").Sum(message => message.Get("text").Length));
        Assert.DoesNotContain("error", heard.Kinds());
    }

    [Fact]
    public void Should_Take_A_Large_Message()
    {
        using var kernel = new TestKernel();
        var client = kernel.Connect();
        var text = new string('x', 5_000_000);

        var heard = client.UntilIdle(client.Execute("value " + text));

        Assert.Equal(text, heard.Single(message => message.Type == "execute_result").Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public void Should_Cut_A_Long_Text_Between_Characters()
    {
        using var kernel = new TestKernel();
        var text = "a" + string.Concat(Enumerable.Repeat("😀", 1 << 20));
        kernel.Interpreter.Cells["long"] = frontEnd => frontEnd.Write("stdout", text);
        var client = kernel.Connect();

        var heard = client.UntilIdle(client.Execute("long")).Where(message => message.Type == "stream").Select(message => message.Get("text")).ToList();

        Assert.InRange(heard.Count, 2, 4);
        Assert.Equal(text, string.Concat(heard));
    }

    [Fact]
    public void Should_Live_On_And_Answer_Whatever_Comes()
    {
        using var kernel = new TestKernel(key: "");
        var client = kernel.Connect();
        var random = new Random(5);
        byte[][] pieces =
        [
            "<IDS|MSG>"u8.ToArray(), [], "{}"u8.ToArray(), "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\"}"u8.ToArray(), "null"u8.ToArray(),
            "{\"msg_id\":\"1\",\"msg_type\":\"shutdown_request_\"}"u8.ToArray(), "{\"code\":"u8.ToArray(), "{\"value\":1}"u8.ToArray(),
            Encoding.UTF8.GetBytes(new string('[', 5_000)), [0xff, 0xfe], "{\"msg_id\":\"2\",\"msg_type\":\"complete_request\"}"u8.ToArray(),
        ];
        Channel[] channels = [Channel.Shell, Channel.Control, Channel.Stdin];
        for (var i = 0; i < 600; i++)
        {
            var frames = Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]).ToArray();
            client.SendRaw(channels[i % channels.Length], i % 2 == 0 ? frames : [pieces[0], [], pieces[3], pieces[2], pieces[2], .. frames]);
        }

        foreach (var channel in channels[..2])
        {
            Assert.Equal("ok", client.Reply(client.Send(channel, "kernel_info_request"), channel).Get("status"));
        }

        Assert.Equal("ok", client.Reply(client.Execute("value 1")).Get("status"));
    }
}
