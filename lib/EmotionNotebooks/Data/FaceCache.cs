using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace EmotionNotebooks.Data;

/// <summary>
/// Faces in the form in which they lie in memory: one file, loaded in one go and checked by its hashes. It knows its source and is void
/// once that has changed (<see cref="SourceStamp"/>). <see cref="Split.PrivateTest"/> never stands in one.
/// </summary>
/// <remarks>
/// The file: <c>EMOFACES</c>; the header's length (int32, little-endian); the header's SHA-256; the header
/// (<see cref="FaceCacheHeader"/>); then pixels, labels, splits (a byte each), votes (10 bytes a face, where there are any) and origins
/// (nothing, an int32 a face, or lines of UTF-8).
/// </remarks>
public static class FaceCache
{
    /// <summary>What a cache's file name ends in.</summary>
    public const string Extension = ".faces";

    private const int FixedPart = 8 + sizeof(int) + SHA256.HashSizeInBytes;
    private const int LongestHeader = 1 << 20;
    private const string HeaderHashDiffers = "its header's hash is another";

    internal static ReadOnlySpan<byte> Magic => "EMOFACES"u8;

    /// <summary>Where caches lie unless a caller chooses: <c>EMOTION_CACHE</c>, or <c>emotion-notebooks</c> in the user's cache folder
    /// (<c>XDG_CACHE_HOME</c>, by default <c>~/.cache</c>; on Windows the local application data).</summary>
    public static string DefaultFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("EMOTION_CACHE") is { Length: > 0 } own)
                return own;
            var home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
                : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(home, "emotion-notebooks");
        }
    }

    /// <summary>Writes a set.</summary>
    /// <param name="faces">The set, which is not the final exam.</param>
    /// <param name="path">The file, usually with <see cref="Extension"/>.</param>
    /// <param name="source">The file or folder that it stands for: once that changes the cache is void. Null where there is none.</param>
    /// <exception cref="FaceDataException">The set is the final exam.</exception>
    public static void Write(FaceSet faces, string path, string? source = null) =>
        Write(faces, path, source, source is null ? null : SourceStamp.Take(source));

    /// <summary>Reads a cache that was named itself; it must be whole, and its source unchanged or gone.</summary>
    internal static FaceSet Read(string path, ReadOptions options)
    {
        if (options.FinalExam)
            throw new FaceDataException($"{path}: a cache, which never holds the final exam; name the source that it was made of");
        var (faces, header) = Open(path, path);
        if (header is { SourcePath: { } source, Stamp: { } stamp } && Path.Exists(source) && !stamp.Holds(source))
            throw new FaceDataException($"{path}: made of {source}, which has changed since; make it anew with 'emotion data convert'");
        return faces;
    }

    /// <summary>The faces of a source: out of the cache where it holds, else read and put there.</summary>
    internal static FaceSet Through(string path, ReadOptions options, Func<FaceSet> read)
    {
        if (options.CacheFolder is not { } folder || options.FinalExam || !Path.Exists(path) || IsCache(path))
            return read();
        var file = Path.Combine(folder, Key(path, options.Votes) + Extension);
        if (Known(file, path) is { } known)
            return known;
        var before = options.BadFaces.LeftOut.Count;
        try
        {
            var stamp = SourceStamp.Take(path);
            var faces = read();
            // What was left out must be listed each time; what changed meanwhile is neither the old source nor the new one.
            if (options.BadFaces.LeftOut.Count == before && !faces.IsFinalExam && stamp.Holds(path))
                TryWrite(faces, file, path, stamp);
            return faces;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return read();
        }
    }

    /// <summary>Whether a file begins as a cache does.</summary>
    internal static bool IsCache(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var file = File.OpenHandle(path);
            Span<byte> start = stackalloc byte[8];
            return RandomAccess.Read(file, start, 0) == start.Length && start.SequenceEqual(Magic);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false; // whoever reads it will say why
        }
    }

    // Votes are small, so their content is part of the name: other votes, another cache.
    private static string Key(string path, string? votes)
    {
        var votesHash = File.Exists(votes) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(votes))) : votes;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Path.GetFullPath(path)}\0{votesHash}")))[..24];
    }

    private static FaceSet? Known(string file, string path)
    {
        try
        {
            if (!File.Exists(file))
                return null;
            var (faces, header) = Open(file, path);
            return header.Stamp is { } stamp && stamp.Holds(path) ? faces : null;
        }
        catch (Exception e) when (e is FaceDataException or IOException or UnauthorizedAccessException)
        {
            return null; // a cache that cannot be used is made anew
        }
    }

    // Without room or permission there is no cache, and that is all.
    private static void TryWrite(FaceSet faces, string file, string path, SourceStamp stamp)
    {
        try
        {
            Write(faces, file, path, stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Write(FaceSet faces, string path, string? source, SourceStamp? stamp)
    {
        ArgumentNullException.ThrowIfNull(faces);
        if (faces.IsFinalExam)
            throw new FaceDataException($"{faces.Source}: PrivateTest is the final exam; no cache holds it");
        var origins = faces.Origins.ToBytes();
        var header = new FaceCacheHeader
        {
            SourcePath = source is null ? null : Path.GetFullPath(source),
            Stamp = stamp,
            Count = faces.Count,
            ClassNames = [.. faces.ClassNames],
            Withheld = faces.Withheld,
            Sha256 = faces.Sha256,
            HasVotes = faces.Votes is not null,
            Origins = faces.Origins.Kind,
            OriginsLength = origins.Length,
            RestSha256 = HashOf(faces.Votes is { } v ? v.Bytes.Span : default, origins),
        }.ToBytes();
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Magic);
            stream.Write(BitConverter.GetBytes(header.Length));
            stream.Write(SHA256.HashData(header));
            stream.Write(header);
            stream.Write(faces.Pixels.Span);
            stream.Write(faces.Labels);
            stream.Write(MemoryMarshal.AsBytes(faces.Splits));
            if (faces.Votes is { } votes)
                stream.Write(votes.Bytes.Span);
            stream.Write(origins);
        });
    }

    private static (FaceSet Faces, FaceCacheHeader Header) Open(string file, string source)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
        using var parts = new HashedParts(handle);
        try
        {
            var fixedPart = parts.Next(FixedPart);
            _ = parts.Hash(); // has none to compare with: whatever changes there, the header's hash or the length finds it
            var headerBytes = parts.Next(HeaderLength(fixedPart, file));
            var headerHash = parts.Hash();
            var headerHolds = () => headerHash.Result == Convert.ToHexStringLower(fixedPart.AsSpan(12));
            if (FaceCacheHeader.TryParse(headerBytes) is not { } header)
                throw headerHolds() ? AnotherVersion(file) : Damaged(file, HeaderHashDiffers);
            var votesLength = header.HasVotes ? header.Count * FaceVotes.Choices : 0;
            var expected = FixedPart + headerBytes.Length + (header.Count * (FaceSet.PixelsPerFace + 2L)) + votesLength + header.OriginsLength;
            if (RandomAccess.GetLength(handle) != expected)
                throw Damaged(file, $"{RandomAccess.GetLength(handle)} bytes; expected {expected}");
            var pixels = parts.Next(header.Count * FaceSet.PixelsPerFace);
            var labels = parts.Next(header.Count);
            var splits = MemoryMarshal.Cast<byte, Split>(parts.Next(header.Count)).ToArray();
            var hash = parts.Hash();
            var votes = parts.Next(votesLength);
            var origins = parts.Next(header.OriginsLength);
            var restHash = parts.Hash();

            // Nothing above is believed before all of this holds.
            if (!headerHolds())
                throw Damaged(file, HeaderHashDiffers);
            if (hash.Result != header.Sha256 || restHash.Result != header.RestSha256)
                throw Damaged(file, "its content's hash is another");
            var faces = new FaceSet(pixels, labels, splits, source, header.ClassNames, header.Withheld)
            {
                KnownSha256 = header.Sha256,
                Votes = header.HasVotes ? new FaceVotes(votes) : null,
                Origins = FaceOrigins.FromBytes(header.Origins, origins, header.Count, file),
            };
            return faces.IsFinalExam ? throw Damaged(file, "it holds the final exam, which no cache does") : (faces, header);
        }
        catch (EndOfStreamException)
        {
            throw Damaged(file, "it ends early");
        }
    }

    private static int HeaderLength(byte[] fixedPart, string file)
    {
        if (!fixedPart.AsSpan(0, 8).SequenceEqual(Magic))
            throw Damaged(file, "it does not begin as one");
        var length = BitConverter.ToInt32(fixedPart, 8);
        return length is > 0 and <= LongestHeader ? length : throw Damaged(file, $"a header of {length} bytes");
    }

    private static string HashOf(ReadOnlySpan<byte> votes, ReadOnlySpan<byte> origins)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(votes);
        sha.AppendData(origins);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static FaceDataException AnotherVersion(string file) =>
        new($"{file}: a face cache of another version; delete it, it is made anew from its source");

    private static FaceDataException Damaged(string file, string how) =>
        new($"{file}: a damaged face cache: {how}; delete it, it is made anew from its source");
}
