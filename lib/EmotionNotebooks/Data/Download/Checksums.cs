using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace EmotionNotebooks.Data.Download;

/// <summary>SHA-256, MD5 and CRC-32C of a file, taken in one pass. MD5 and CRC find damage, not malice: they are what servers publish.</summary>
internal sealed class Checksums : IDisposable
{
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private uint _crc = uint.MaxValue;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _sha256.AppendData(bytes);
        _md5.AppendData(bytes);
        var crc = _crc;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var octet in bytes)
            crc = BitOperations.Crc32C(crc, octet);
        _crc = crc;
    }

    /// <summary>The SHA-256, lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(_sha256.GetCurrentHash());

    /// <summary>What disagrees with what the server said, in words; null where nothing does.</summary>
    public string? Compare(RemoteFile remote)
    {
        var md5 = Convert.ToBase64String(_md5.GetCurrentHash());
        if (remote.Md5 is not null && remote.Md5 != md5)
            return $"its MD5 is {md5}; the server says {remote.Md5}";
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, ~_crc);
        var crc = Convert.ToBase64String(bytes);
        return remote.Crc32C is not null && remote.Crc32C != crc ? $"its CRC-32C is {crc}; the server says {remote.Crc32C}" : null;
    }

    public void Dispose()
    {
        _sha256.Dispose();
        _md5.Dispose();
    }
}
