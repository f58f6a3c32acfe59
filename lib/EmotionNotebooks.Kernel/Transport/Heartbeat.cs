namespace EmotionNotebooks.Kernel.Transport;

/// <summary>Sends back what comes in, on a thread of its own, so that it beats whatever else goes on.</summary>
internal sealed class Heartbeat
{
    private readonly ZmqSocket _socket;
    private readonly Thread _thread;

    /// <param name="context">What the socket lives in; its end ends the thread.</param>
    /// <param name="address">Where to listen.</param>
    public Heartbeat(ZmqContext context, string address)
    {
        _socket = context.Open(ZmqSocketType.Reply);
        try
        {
            _socket.Linger = 0;
            _socket.Bind(address);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        _thread = new Thread(Beat) { IsBackground = true, Name = "heartbeat" };
        _thread.Start();
    }

    private void Beat()
    {
        using (_socket)
        {
            try
            {
                while (true)
                {
                    _ = _socket.Send(_socket.Receive(wait: true)!);
                }
            }
            catch (ZmqException e) when (e.Error == Zmq.Terminated)
            {
            }
            catch (Exception e) when (e is ZmqException or OutOfMemoryException)
            {
                Log.Write($"the heartbeat stopped: {e.Message}");
            }
        }
    }
}
