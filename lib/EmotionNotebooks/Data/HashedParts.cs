using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace EmotionNotebooks.Data;

/// <summary>Reads a file part by part while a second thread hashes what has been read.</summary>
/// <remarks>To read means to touch fresh memory, which costs about as much time as hashing: on two cores the one hides behind the other.</remarks>
/// <param name="file">The file, which stays open.</param>
internal sealed class HashedParts(SafeFileHandle file) : IDisposable
{
    /// <summary>How many bytes are handed over at a time: few enough to be in the processor's cache still when they are hashed.</summary>
    internal const int ChunkSize = 1 << 20;

    private Task _hashing = Task.CompletedTask;
    private IncrementalHash? _sha;
    private long _at;

    /// <summary>Reads the part that follows.</summary>
    /// <param name="length">Its length in bytes.</param>
    /// <exception cref="EndOfStreamException">The file ends before it does.</exception>
    public byte[] Next(int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        for (var done = 0; done < length;)
        {
            var (start, count) = (done, RandomAccess.Read(file, bytes.AsSpan(done, Math.Min(ChunkSize, length - done)), _at));
            if (count == 0)
                throw new EndOfStreamException();
            _hashing = _hashing.ContinueWith(_ => Sha.AppendData(bytes, start, count), TaskScheduler.Default);
            done += count;
            _at += count;
        }

        return bytes;
    }

    /// <summary>SHA-256 of the parts since the last call, lower-case hexadecimal, once they are hashed.</summary>
    public Task<string> Hash()
    {
        var hash = _hashing.ContinueWith(_ => Convert.ToHexStringLower(Sha.GetHashAndReset()), TaskScheduler.Default);
        _hashing = hash;
        return hash;
    }

    public void Dispose()
    {
        _hashing.Wait();
        _sha?.Dispose();
    }

    // Made by the thread that hashes: the library behind it takes a while to load.
    private IncrementalHash Sha => _sha ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
}
