namespace EmotionNotebooks.Web.Api;

/// <summary>A request that is not answered as asked; it becomes a problem document (RFC 9457).</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="detail">What is wrong and what would be right.</param>
/// <param name="inner">What it comes from.</param>
internal sealed class RequestException(int status, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>The HTTP status, from 400 to 503.</summary>
    public int Status => status;

    /// <summary>The picture at fault, from 0, where it is one of the request's.</summary>
    public int? Picture { get; init; }

    /// <summary>After how many seconds the client may try again.</summary>
    public int? RetryAfter { get; init; }
}
