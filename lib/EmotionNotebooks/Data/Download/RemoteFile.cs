using System.Net.Http.Headers;

namespace EmotionNotebooks.Data.Download;

/// <summary>What the server says of a file: enough to go on with a part of it later, and to check the whole.</summary>
/// <param name="Path">The source it is of, so that a part of another one is not gone on with.</param>
/// <param name="Validator">A strong entity tag (in quotes) or the date of its last change; null where the server gives neither.</param>
/// <param name="Length">Bytes in all; null where the server does not say.</param>
/// <param name="Md5">MD5 of the whole, Base64; null where not given.</param>
/// <param name="Crc32C">CRC-32C of the whole, Base64 of its big-endian bytes; null where not given.</param>
internal sealed record RemoteFile(string Path, string? Validator, long? Length, string? Md5, string? Crc32C)
{
    /// <summary>Reads the headers of an answer that carries the file, or a part of it.</summary>
    public static RemoteFile Of(HttpResponseMessage response, string path)
    {
        var content = response.Content.Headers;
        var length = content.ContentRange is { } range ? range.Length : content.ContentLength;
        // Hashes are of what the storage keeps; where that is compressed otherwise than what it sends, they say nothing of the bytes here.
        var stored = Header(response.Headers, "x-goog-stored-content-encoding").FirstOrDefault("identity");
        if (stored != "identity" && !content.ContentEncoding.Contains(stored))
            return new(path, ValidatorOf(response), length, null, null);
        var hashes = Header(response.Headers, "x-goog-hash").SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries)).ToArray();
        // Content-MD5 is of the answer's body, which is the file only where it is all of it.
        var whole = content.ContentRange is null && content.ContentMD5 is { } md5 ? Convert.ToBase64String(md5) : null;
        return new(path, ValidatorOf(response), length, Hash(hashes, "md5=") ?? whole, Hash(hashes, "crc32c="));
    }

    /// <summary>Whether another answer is about the same bytes, as far as it tells.</summary>
    public bool Agrees(RemoteFile other) =>
        Same(Validator, other.Validator) && Same(Length, other.Length) && Same(Md5, other.Md5) && Same(Crc32C, other.Crc32C);

    private static bool Same<T>(T? mine, T? others) => mine is null || others is null || mine.Equals(others);

    private static string? ValidatorOf(HttpResponseMessage response) => response.Headers.ETag is { IsWeak: false } tag
        ? tag.Tag
        : response.Content.Headers.LastModified?.ToString("R");

    private static string? Hash(string[] hashes, string name) =>
        Array.Find(hashes, hash => hash.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..];

    private static IEnumerable<string> Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values : [];
}
