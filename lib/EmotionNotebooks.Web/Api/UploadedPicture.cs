namespace EmotionNotebooks.Web.Api;

/// <summary>A picture as a client sent it.</summary>
/// <param name="Name">The file's name, or "picture 1" where it has none.</param>
/// <param name="DeclaredType">Its media type in lower case, as the client says; null where it says none.</param>
/// <param name="Bytes">The picture file.</param>
internal sealed record UploadedPicture(string Name, string? DeclaredType, PooledBytes Bytes) : IDisposable
{
    public void Dispose() => Bytes.Dispose();
}
