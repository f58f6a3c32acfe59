using System.Runtime.InteropServices;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>libzmq's <c>zmq_pollitem_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ZmqPollItem
{
    public nint Socket;
    public int File; // not on Windows, where it is as wide as a pointer
    public short Events;
    public short Found;
}
