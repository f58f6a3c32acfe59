using System.Runtime.InteropServices;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>libzmq said no.</summary>
/// <param name="what">What was tried.</param>
/// <param name="error">libzmq's error number.</param>
internal sealed class ZmqException(string what, int error) : IOException($"{what}: {Marshal.PtrToStringUTF8(Zmq.TextOf(error))}")
{
    /// <summary>libzmq's error number.</summary>
    public int Error { get; } = error;
}
