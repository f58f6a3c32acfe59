using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests;

/// <summary>The program as Jupyter starts it.</summary>
[Trait("Needs", "Kernel")]
public sealed partial class KernelProcessTests : IDisposable
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private readonly TemporaryFolder _folder = new();

    public KernelProcessTests() => TestKernel.RequireLibrary();

    [Fact]
    public void Should_Answer_Live_Through_SIGINT_And_End_With_SIGTERM()
    {
        var connection = TestKernel.NewConnection(_folder, "ipc", "key");
        using var kernel = Start(WriteFile(connection));
        using var client = new TestClient(connection);
        client.WaitForWelcome();

        Assert.Equal(0, Kill(kernel.Id, Interrupt));
        Assert.Equal("ok", client.Reply(client.Send(Channel.Control, "kernel_info_request"), Channel.Control).Get("status"));
        Assert.Equal(0, Kill(kernel.Id, Terminate));

        Assert.True(kernel.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal(128 + Terminate, kernel.ExitCode);
    }

    [Fact]
    public void Should_End_When_Told_To()
    {
        var connection = TestKernel.NewConnection(_folder, "tcp", "");
        using var kernel = Start(WriteFile(connection));
        using var client = new TestClient(connection);

        Assert.Equal("shutdown_reply", client.Reply(client.Send(Channel.Control, "shutdown_request"), Channel.Control).Type);

        Assert.True(kernel.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal(0, kernel.ExitCode);
    }

    [Fact]
    public void Should_End_When_Jupyter_Is_Gone()
    {
        // A process that is there, then isn't.
        using var jupyter = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        using var kernel = Start(WriteFile(TestKernel.NewConnection(_folder, "ipc", "key")), ("JPY_PARENT_PID", $"{jupyter.Id}"));
        Assert.False(kernel.WaitForExit(TimeSpan.FromSeconds(1)));

        jupyter.Kill();
        jupyter.WaitForExit();

        Assert.True(kernel.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal(1, kernel.ExitCode);
    }

    [Fact]
    public void Should_Live_On_When_A_Thread_Of_A_Cell_Ends_With_An_Exception()
    {
        var connection = TestKernel.NewConnection(_folder, "ipc", "key");
        using var kernel = Start(WriteFile(connection));
        using var client = new TestClient(connection);
        client.WaitForWelcome();

        var cell = "var thread = new System.Threading.Thread(() => throw new InvalidOperationException(\"left alone\")); thread.Start(); thread.Join(); System.Threading.Thread.Sleep(200);";
        var id = client.Execute(cell);
        Assert.Equal("ok", client.Reply(id).Get("status"));
        Assert.Contains(client.UntilIdle(id), it => it.Type == "stream" && it.Get("text").Contains("left alone", StringComparison.Ordinal));
        Assert.Equal("ok", client.Reply(client.Execute("thread.IsAlive")).Get("status"));
        Assert.False(kernel.HasExited);
        kernel.Kill();
    }

    [Theory]
    [InlineData(null, "one argument is needed")]
    [InlineData("{}", "ip: absent; expected text")]
    [InlineData("", "no connection file of Jupyter")]
    public void Should_Say_What_Is_Wrong_In_One_Line_When_The_File_Is(string? content, string message)
    {
        var path = _folder.File("connection.json");
        File.WriteAllText(path, content);

        using var kernel = Start(content is null ? null : path);
        var error = kernel.StandardError.ReadToEnd();

        Assert.True(kernel.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal(2, kernel.ExitCode);
        Assert.StartsWith("emotion-kernel: ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    public void Dispose() => _folder.Dispose();

    private string WriteFile(ConnectionFile connection)
    {
        var path = _folder.File("connection.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            transport = connection.Transport,
            ip = connection.Ip,
            key = Encoding.UTF8.GetString(connection.Key),
            signature_scheme = "hmac-sha256",
            shell_port = connection.ShellPort,
            iopub_port = connection.IopubPort,
            stdin_port = connection.StdinPort,
            control_port = connection.ControlPort,
            hb_port = connection.HeartbeatPort,
        }));
        return path;
    }

    private Process Start(string? file, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "emotion-kernel.dll"), .. file is null ? [] : new[] { file }])
        {
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = _folder.Path;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
