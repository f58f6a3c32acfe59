using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using EmotionNotebooks.Kernel.Dispatch;
using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Support;

/// <summary>A kernel in this process, with real sockets and, unless told otherwise, a fake interpreter.</summary>
internal sealed class TestKernel : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TestClient> _clients = [];
    private bool _disposed;

    public TestKernel(string transport = "ipc", string key = "a key", Func<IInterpreter>? create = null)
    {
        RequireLibrary();
        Connection = NewConnection(_folder, transport, key);
        Server = new KernelServer(Connection, create ?? (() => Interpreter), new History(_folder.File("history.jsonl")));
    }

    public FakeInterpreter Interpreter { get; } = new();

    public ConnectionFile Connection { get; }

    public KernelServer Server { get; }

    public static void RequireLibrary() =>
        Assert.SkipUnless(
            NativeLibrary.TryLoad(OperatingSystem.IsMacOS() ? "libzmq.5.dylib" : "libzmq.so.5", out _), "libzmq is missing (./emotion setup kernel)");

    public static ConnectionFile NewConnection(TemporaryFolder folder, string transport, string key)
    {
        var ports = transport == "ipc" ? [1, 2, 3, 4, 5] : FreePorts(5);
        return new ConnectionFile
        {
            Transport = transport,
            Ip = transport == "ipc" ? folder.File("kernel") : "127.0.0.1",
            Key = Encoding.UTF8.GetBytes(key),
            ShellPort = ports[0],
            IopubPort = ports[1],
            StdinPort = ports[2],
            ControlPort = ports[3],
            HeartbeatPort = ports[4],
        };
    }

    public TestClient Connect(string? identity = null, bool stdin = true)
    {
        var client = new TestClient(Connection, identity, stdin);
        _clients.Add(client);
        client.WaitForWelcome();
        return client;
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _clients.ForEach(client => client.Dispose());
        Server.Dispose();
        Interpreter.Dispose();
        _folder.Dispose();
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
