using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>
/// The kernel's sockets. They belong to one thread, which sleeps until a message comes in, something is posted, or held text is due.
/// Everything else only posts, from any thread; what is posted goes out in that order, over all channels.
/// </summary>
internal sealed class Wire : IDisposable
{
    /// <summary>The largest frame that is taken, in bytes: a peer that sends a larger one is cut off.</summary>
    public const long LargestFrame = 256L << 20;

    // So much text may wait for the thread, in characters; who writes more waits for it.
    private const long MostHeld = 16 << 20;

    private const string WakeAddress = "inproc://wake";
    private const int LingerMilliseconds = 1000;
    private const int MessagesPerTurn = 100;
    private const int MostComplaints = 5;

    private static readonly Channel[] Incoming = [Channel.Control, Channel.Shell, Channel.Stdin];

    private readonly ZmqContext _context = new();
    private readonly List<ZmqSocket> _open = [];
    private readonly ZmqSocket[] _channels = new ZmqSocket[4]; // by Channel
    private readonly ZmqSocket _wakeSender;
    private readonly ZmqSocket _wakeReceiver;
    private readonly Lock _wakeGate = new();
    private readonly ConcurrentQueue<Outgoing> _queue = new();
    private readonly PendingText _text = new();
    private readonly WireFormat _format;
    private readonly Thread _thread;
    private readonly object _room = new();
    private Action<Message>? _accept;
    private long _held;
    private int _signalled;
    private int _dropped;
    private volatile bool _ended;

    /// <summary>Binds the sockets; nothing is received before <see cref="Start"/>, and nothing that comes meanwhile is lost.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="format">Reads and writes messages.</param>
    /// <exception cref="ZmqException">An address is taken, or is none.</exception>
    public Wire(ConnectionFile connection, WireFormat format)
    {
        _format = format;
        try
        {
            _wakeReceiver = Keep(_context.Open(ZmqSocketType.Pair));
            _wakeReceiver.Bind(WakeAddress);
            _wakeSender = Keep(_context.Open(ZmqSocketType.Pair));
            _wakeSender.Connect(WakeAddress);
            _channels[(int)Channel.Shell] = Bind(ZmqSocketType.Router, connection.ShellPort);
            _channels[(int)Channel.Control] = Bind(ZmqSocketType.Router, connection.ControlPort);
            _channels[(int)Channel.Stdin] = Bind(ZmqSocketType.Router, connection.StdinPort);
            _channels[(int)Channel.Iopub] = Bind(ZmqSocketType.ExtendedPublish, connection.IopubPort);
            _ = new Heartbeat(_context, connection.AddressOf(connection.HeartbeatPort));
        }
        catch
        {
            _context.ShutDown();
            CloseAll(linger: 0);
            _context.Dispose();
            throw;
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "sockets" };

        ZmqSocket Bind(ZmqSocketType type, int port)
        {
            var socket = Keep(_context.Open(type));
            socket.DropNothing();
            socket.MaximumFrame = LargestFrame;
            if (type == ZmqSocketType.Router)
            {
                socket.HandOver();
                if (port == connection.StdinPort)
                {
                    socket.RequireRoute();
                }
            }
            else
            {
                socket.HearEverySubscription();
            }

            socket.Bind(connection.AddressOf(port));
            return socket;
        }
    }

    /// <summary>Begins to receive.</summary>
    /// <param name="accept">Takes each message, on the sockets' thread: it must be quick.</param>
    public void Start(Action<Message> accept)
    {
        _accept = accept;
        _thread.Start();
    }

    /// <summary>Posts what is to go out. Neither an interruption nor the end of the caller's thread leaves it half posted.</summary>
    public void Post(Outgoing item)
    {
        if (item is Outgoing.Piece)
        {
            WaitForRoom();
        }

        var interrupted = false;
        try
        {
        }
        finally
        {
            // A cell's thread is stopped at any instruction, but never within a finally block.
            while (!TryPost(item, ref interrupted))
            {
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    /// <summary>Sends what is posted, closes the sockets and ends the thread. Nothing that is posted later goes out.</summary>
    public void Dispose()
    {
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            CloseAll(linger: 0);
        }
        else if (!_ended)
        {
            Post(new Outgoing.Then(() => _ended = true));
            _thread.Join();
        }

        _context.ShutDown();
        _context.Dispose();
    }

    /// <summary>The topic of a kind of message on iopub, by which subscribers choose.</summary>
    public byte[] Topic(string type) => Encoding.UTF8.GetBytes($"kernel.{_format.Session}.{type}");

    private ZmqSocket Keep(ZmqSocket socket)
    {
        _open.Add(socket);
        return socket;
    }

    private bool TryPost(Outgoing item, ref bool interrupted)
    {
        try
        {
            _queue.Enqueue(item);
        }
        catch (ThreadInterruptedException)
        {
            interrupted = true;
            return false;
        }

        if (item is Outgoing.Piece piece)
        {
            Interlocked.Add(ref _held, piece.Text.Length);
        }

        while (!TryWake(ref interrupted))
        {
        }

        return true;
    }

    private bool TryWake(ref bool interrupted)
    {
        try
        {
            lock (_wakeGate)
            {
                if (_signalled == 0 && !_ended)
                {
                    _signalled = 1;
                    _ = _wakeSender.Send([[]]);
                }
            }

            return true;
        }
        catch (ThreadInterruptedException)
        {
            interrupted = true;
            return false;
        }
    }

    private void WaitForRoom()
    {
        if (Interlocked.Read(ref _held) <= MostHeld)
        {
            return;
        }

        lock (_room)
        {
            while (Interlocked.Read(ref _held) > MostHeld && !_ended)
            {
                Monitor.Wait(_room, PendingText.Delay);
            }
        }
    }

    private void Run()
    {
        try
        {
            while (!_ended)
            {
                try
                {
                    Wait();
                    SendPosted();
                    Receive();
                }
                catch (Exception e) when (e is not ZmqException { Error: Zmq.Terminated })
                {
                    // Such as no memory for a frame: others must still be served, but not in a frenzy.
                    Log.Write($"a message is dropped: {e.Message}");
                    Thread.Sleep(PendingText.Delay);
                }
            }
        }
        catch (ZmqException e)
        {
            Log.Write($"the sockets stopped: {e.Message}");
        }
        finally
        {
            End();
        }
    }

    private unsafe void Wait()
    {
        var items = stackalloc ZmqPollItem[_channels.Length + 1];
        for (var i = 0; i < _channels.Length; i++)
        {
            items[i] = new ZmqPollItem { Socket = _channels[i].Handle, Events = Zmq.PollIn };
        }

        items[_channels.Length] = new ZmqPollItem { Socket = _wakeReceiver.Handle, Events = Zmq.PollIn };
        if (Zmq.Poll(items, _channels.Length + 1, _text.Remaining) < 0 && Marshal.GetLastPInvokeError() is not Zmq.Interrupted and var error)
        {
            throw new ZmqException("the sockets can't be waited for", error);
        }
    }

    private void SendPosted()
    {
        // First the signal is taken down, then the queue is emptied: what is posted in between wakes once too often, never too seldom.
        lock (_wakeGate)
        {
            while (_wakeReceiver.Receive(wait: false) is not null)
            {
            }

            _signalled = 0;
        }

        while (!_ended && _queue.TryDequeue(out var item))
        {
            switch (item)
            {
                case Outgoing.Piece piece:
                    Interlocked.Add(ref _held, -piece.Text.Length);
                    SendText(_text.Add(piece));
                    break;
                case Outgoing.Whole whole:
                    SendText(_text.Take());
                    Send(whole);
                    break;
                case Outgoing.Then then:
                    SendText(_text.Take());
                    Receive();
                    then.Action();
                    break;
            }
        }

        if (_text.Remaining == 0)
        {
            SendText(_text.Take());
        }
    }

    private void Send(Outgoing.Whole whole)
    {
        if (!_channels[(int)whole.Channel].Send(whole.Frames))
        {
            whole.Unroutable?.Invoke();
        }
    }

    private void SendText(Outgoing.Piece? piece)
    {
        if (piece is not null)
        {
            var frames = _format.Write([Topic("stream")], "stream", piece.Parent, writer =>
            {
                writer.WriteString("name"u8, piece.Stream);
                writer.WriteString("text"u8, piece.Text);
            });
            _ = _channels[(int)Channel.Iopub].Send(frames);
        }
    }

    private void Receive()
    {
        foreach (var channel in Incoming)
        {
            for (var i = 0; i < MessagesPerTurn && _channels[(int)channel].Receive(wait: false) is { } frames; i++)
            {
                Accept(channel, frames);
            }
        }

        for (var i = 0; i < MessagesPerTurn && _channels[(int)Channel.Iopub].Receive(wait: false) is { } frames; i++)
        {
            Welcome(frames);
        }
    }

    private void Accept(Channel channel, List<byte[]> frames)
    {
        if (_format.Read(channel, frames, out var fault) is { } message)
        {
            _accept!(message);
        }
        else if (_dropped++ < MostComplaints)
        {
            Log.Write($"{channel}: a message is dropped: {fault}{(_dropped == MostComplaints ? " (others will be without a word)" : "")}");
        }
    }

    // Who subscribes is told that it worked (Jupyter's enhancement proposal 65).
    private void Welcome(List<byte[]> frames)
    {
        if (frames is [[1, .. var topic]])
        {
            var name = Encoding.UTF8.GetString(topic);
            Send(new Outgoing.Whole(
                Channel.Iopub,
                _format.Write([topic], "iopub_welcome", WireFormat.EmptyObject, writer => writer.WriteString("subscription"u8, name))));
        }
    }

    private void End()
    {
        _ended = true;
        lock (_wakeGate)
        {
            CloseAll(LingerMilliseconds);
        }
    }

    private void CloseAll(int linger)
    {
        foreach (var socket in _open)
        {
            try
            {
                socket.Linger = linger;
            }
            catch (ZmqException)
            {
                // The context is ending.
            }

            socket.Dispose();
        }
    }
}
