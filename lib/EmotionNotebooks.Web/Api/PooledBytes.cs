using System.Buffers;

namespace EmotionNotebooks.Web.Api;

/// <summary>Bytes in a borrowed array, given back when this is disposed: bodies come too often to make new arrays for them.</summary>
internal sealed class PooledBytes(int capacity) : IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 1));

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, Length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream; what bounds its length is its own business.</param>
    /// <param name="capacity">How many bytes are expected.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<PooledBytes> ReadAsync(Stream stream, int capacity, CancellationToken stop)
    {
        // One byte more than is expected, so that the end is seen without growing.
        var bytes = new PooledBytes(capacity + 1);
        try
        {
            while (await stream.ReadAsync(bytes.Room(), stop) is var read and > 0)
            {
                bytes.Length += read;
            }

            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = [];
            Length = 0;
        }
    }

    private Memory<byte> Room()
    {
        if (Length == _array.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_array.Length * 2);
            _array.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }

        return _array.AsMemory(Length);
    }
}
