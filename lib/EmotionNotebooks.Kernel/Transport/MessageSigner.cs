using System.Security.Cryptography;
using System.Text;

namespace EmotionNotebooks.Kernel.Transport;

/// <summary>Signs messages: HMAC-SHA256 over header, parent header, metadata and content, in lower-case hexadecimal. Safe from any thread.</summary>
/// <param name="key">The key; an empty one means empty signatures, and that any is taken.</param>
internal sealed class MessageSigner(byte[] key)
{
    /// <summary>The signature of a message's four parts.</summary>
    public byte[] Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content)
    {
        if (key.Length == 0)
        {
            return [];
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(header);
        hash.AppendData(parent);
        hash.AppendData(metadata);
        hash.AppendData(content);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest));
    }

    /// <summary>Whether a signature is that of the four parts.</summary>
    public bool Accepts(
        ReadOnlySpan<byte> signature, ReadOnlySpan<byte> header, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> content) =>
        key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Sign(header, parent, metadata, content));
}
