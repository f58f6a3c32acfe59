using System.Runtime.InteropServices;

namespace EmotionNotebooks.Faces;

/// <summary>Bytes that stay where they are until this is disposed.</summary>
internal sealed class PinnedBytes : IDisposable
{
    private GCHandle _handle;

    public PinnedBytes(ReadOnlyMemory<byte> bytes)
    {
        if (!MemoryMarshal.TryGetArray(bytes, out var segment))
        {
            segment = bytes.ToArray();
        }

        _handle = GCHandle.Alloc(segment.Array, GCHandleType.Pinned);
        Address = Marshal.UnsafeAddrOfPinnedArrayElement(segment.Array!, segment.Offset);
    }

    public nint Address { get; }

    public void Dispose() => _handle.Free();
}
