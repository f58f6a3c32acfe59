using System.Text;
using System.Text.Json;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Support;

/// <summary>A small front end.</summary>
internal sealed class TestClient : IDisposable
{
    private const int Patience = 10_000;

    private readonly ZmqContext _context = new();
    private readonly Dictionary<Channel, ZmqSocket> _sockets = [];
    private readonly WireFormat _format;

    public TestClient(ConnectionFile connection, string? identity = null, bool stdin = true)
    {
        _format = new WireFormat(new MessageSigner(connection.Key));
        var name = Encoding.UTF8.GetBytes(identity ?? Guid.NewGuid().ToString());
        Open(Channel.Shell, ZmqSocketType.Dealer, connection.ShellPort);
        Open(Channel.Control, ZmqSocketType.Dealer, connection.ControlPort);
        Open(Channel.Iopub, ZmqSocketType.Subscribe, connection.IopubPort);
        if (stdin)
        {
            Open(Channel.Stdin, ZmqSocketType.Dealer, connection.StdinPort);
        }

        void Open(Channel channel, ZmqSocketType type, int port)
        {
            var socket = _context.Open(type);
            socket.Linger = 0;
            socket.ReceiveTimeout = Patience;
            socket.DropNothing();
            socket.SetIdentity(name);
            if (type == ZmqSocketType.Subscribe)
            {
                socket.Subscribe([]);
            }

            socket.Connect(connection.AddressOf(port));
            _sockets[channel] = socket;
        }
    }

    /// <summary>Sends a message.</summary>
    /// <returns>Its name.</returns>
    public string Send(Channel channel, string type, object? content = null)
    {
        var id = _format.NextId();
        var members = JsonSerializer.SerializeToElement(content ?? new { });
        SendRaw(channel, _format.Write([], type, WireFormat.EmptyObject, writer =>
        {
            foreach (var member in members.EnumerateObject())
            {
                member.WriteTo(writer);
            }
        }, id: id));
        return id;
    }

    public string Execute(string code) => Send(Channel.Shell, "execute_request", new { code });

    public void SendRaw(Channel channel, params byte[][] frames) => _sockets[channel].Send(frames);

    /// <summary>The next message of a channel.</summary>
    public Message Receive(Channel channel)
    {
        var frames = _sockets[channel].Receive(wait: true);
        Assert.True(frames is not null, $"{channel}: nothing came");
        return _format.Read(channel, frames, out var fault) ?? throw new InvalidDataException(fault);
    }

    /// <summary>The reply to a request.</summary>
    public Message Reply(string id, Channel channel = Channel.Shell)
    {
        while (true)
        {
            var message = Receive(channel);
            if (message.ParentId == id)
            {
                return message;
            }
        }
    }

    /// <summary>What is published about a request, its last <c>idle</c> included.</summary>
    public List<Message> UntilIdle(string id)
    {
        var heard = new List<Message>();
        while (true)
        {
            var message = Receive(Channel.Iopub);
            if (message.ParentId == id)
            {
                heard.Add(message);
                if (message.Type == "status" && message.Content.GetProperty("execution_state").ValueEquals("idle"))
                {
                    return heard;
                }
            }
        }
    }

    public void WaitForWelcome()
    {
        while (Receive(Channel.Iopub).Type != "iopub_welcome")
        {
        }
    }

    /// <summary>Whether nothing comes for a while.</summary>
    public bool IsQuiet(Channel channel, int milliseconds = 150)
    {
        _sockets[channel].ReceiveTimeout = milliseconds;
        var quiet = _sockets[channel].Receive(wait: true) is null;
        _sockets[channel].ReceiveTimeout = Patience;
        return quiet;
    }

    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }

        _context.Dispose();
    }
}
