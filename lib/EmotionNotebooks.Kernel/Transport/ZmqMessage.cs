using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>libzmq's <c>zmq_msg_t</c>: 64 bytes that only it looks into, aligned as a pointer.</summary>
[InlineArray(8)]
internal struct ZmqMessage
{
    private long _eight;
}
