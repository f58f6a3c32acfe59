using System.Runtime.InteropServices;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>A socket of libzmq. Only one thread at a time may use it.</summary>
/// <param name="handle">libzmq's socket.</param>
internal sealed class ZmqSocket(nint handle) : IDisposable
{
    private const int IdentityOption = 5;
    private const int SubscribeOption = 6;
    private const int LingerOption = 17;
    private const int MaximumMessageOption = 22;
    private const int SendHighWaterOption = 23;
    private const int ReceiveHighWaterOption = 24;
    private const int ReceiveTimeoutOption = 27;
    private const int MandatoryOption = 33;
    private const int VerboseOption = 40;
    private const int HandoverOption = 56;

    /// <summary>libzmq's socket.</summary>
    public nint Handle { get; private set; } = handle;

    /// <summary>How long closing waits for what is not sent yet, in milliseconds.</summary>
    public int Linger
    {
        set => Set(LingerOption, value);
    }

    /// <summary>How long <see cref="Receive"/> waits, in milliseconds; -1 for ever (the default).</summary>
    public int ReceiveTimeout
    {
        set => Set(ReceiveTimeoutOption, value);
    }

    /// <summary>The largest frame that is taken, in bytes: who sends a larger one is cut off.</summary>
    public long MaximumFrame
    {
        set => Set(MaximumMessageOption, value);
    }

    /// <summary>No limit to the messages that wait for a slow reader (the default is 1,000, above which a publisher drops them).</summary>
    public void DropNothing()
    {
        Set(SendHighWaterOption, 0);
        Set(ReceiveHighWaterOption, 0);
    }

    /// <summary>A router says so where it knows no peer of a name, instead of dropping the message.</summary>
    public void RequireRoute() => Set(MandatoryOption, 1);

    /// <summary>A peer that comes again under its old name takes its place (libzmq's issue 2892).</summary>
    public void HandOver() => Set(HandoverOption, 1);

    /// <summary>A publisher learns of each subscription, even if another has subscribed to the same.</summary>
    public void HearEverySubscription() => Set(VerboseOption, 1);

    /// <summary>The name under which a router knows this socket.</summary>
    public void SetIdentity(ReadOnlySpan<byte> identity) => Set(IdentityOption, identity);

    /// <summary>Hears what starts with a topic; all with an empty one.</summary>
    public void Subscribe(ReadOnlySpan<byte> topic) => Set(SubscribeOption, topic);

    /// <summary>Listens at an address.</summary>
    public void Bind(string address)
    {
        if (Zmq.Bind(Handle, address) != 0)
        {
            throw new ZmqException($"{address} can't be listened at", Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Connects to an address, now or once somebody listens there.</summary>
    public void Connect(string address)
    {
        if (Zmq.Connect(Handle, address) != 0)
        {
            throw new ZmqException($"{address} can't be connected to", Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Sends a message of one or more frames.</summary>
    /// <returns>False where a router knows no such peer (<see cref="RequireRoute"/>).</returns>
    public unsafe bool Send(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            fixed (byte* data = frames[i])
            {
                while (Zmq.Send(Handle, data, (nuint)frames[i].Length, i + 1 < frames.Count ? Zmq.SendMore : 0) < 0)
                {
                    var error = Marshal.GetLastPInvokeError();
                    if (error is Zmq.NoRoute or Zmq.NoRouteElsewhere)
                    {
                        return false;
                    }

                    if (error != Zmq.Interrupted)
                    {
                        throw new ZmqException("a message can't be sent", error);
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Receives a message of one or more frames.</summary>
    /// <param name="wait">Whether to wait for one.</param>
    /// <returns>The frames; null where none came.</returns>
    public List<byte[]>? Receive(bool wait)
    {
        List<byte[]>? frames = null;
        var message = default(ZmqMessage);
        while (true)
        {
            _ = Zmq.InitialiseMessage(ref message);
            try
            {
                // The frames of one message come together: none after the first is waited for.
                if (Zmq.ReceiveMessage(ref message, Handle, wait ? 0 : Zmq.DontWait) < 0)
                {
                    var error = Marshal.GetLastPInvokeError();
                    if (Zmq.IsTryAgain(error))
                    {
                        return null;
                    }

                    if (error != Zmq.Interrupted)
                    {
                        throw new ZmqException("a message can't be received", error);
                    }

                    continue;
                }

                (frames ??= []).Add(CopyOf(ref message));
                if (Zmq.HasMore(ref message) == 0)
                {
                    return frames;
                }
            }
            finally
            {
                _ = Zmq.CloseMessage(ref message);
            }
        }
    }

    /// <summary>Closes the socket; what is not sent yet goes out in the background, as long as <see cref="Linger"/> allows.</summary>
    public void Dispose()
    {
        if (Handle != 0)
        {
            _ = Zmq.CloseSocket(Handle);
            Handle = 0;
        }
    }

    private static unsafe byte[] CopyOf(ref ZmqMessage message) =>
        new ReadOnlySpan<byte>((void*)Zmq.DataOf(ref message), checked((int)Zmq.SizeOf(ref message))).ToArray();

    private unsafe void Set<T>(int option, T value)
        where T : unmanaged
    {
        Check(option, Zmq.SetOption(Handle, option, &value, (nuint)sizeof(T)));
    }

    private unsafe void Set(int option, ReadOnlySpan<byte> value)
    {
        fixed (byte* data = value)
        {
            Check(option, Zmq.SetOption(Handle, option, data, (nuint)value.Length));
        }
    }

    private static void Check(int option, int result)
    {
        if (result != 0)
        {
            throw new ZmqException($"libzmq's option {option} can't be set", Marshal.GetLastPInvokeError());
        }
    }
}
