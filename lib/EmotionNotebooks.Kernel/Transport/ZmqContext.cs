using System.Runtime.InteropServices;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>What sockets live in.</summary>
internal sealed class ZmqContext : IDisposable
{
    private nint _handle = Zmq.NewContext();

    /// <summary>Opens a socket. It belongs to the thread that uses it.</summary>
    /// <param name="type">Its kind.</param>
    public ZmqSocket Open(ZmqSocketType type)
    {
        var socket = Zmq.NewSocket(_handle, (int)type);
        return socket != 0 ? new ZmqSocket(socket) : throw new ZmqException($"a {type} socket can't be opened", Marshal.GetLastPInvokeError());
    }

    /// <summary>Ends every wait on the context's sockets with <see cref="Zmq.Terminated"/>. Safe from any thread.</summary>
    public void ShutDown() => _ = Zmq.ShutContextDown(_handle);

    /// <summary>Waits until all sockets are closed and what they still hold is sent, as long as their linger allows.</summary>
    public void Dispose()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        while (handle != 0 && Zmq.EndContext(handle) != 0 && Marshal.GetLastPInvokeError() == Zmq.Interrupted)
        {
        }
    }
}
