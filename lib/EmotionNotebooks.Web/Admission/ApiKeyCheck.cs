using System.Security.Cryptography;
using System.Text;
using EmotionNotebooks.Web.Api;
using Microsoft.AspNetCore.Http;

namespace EmotionNotebooks.Web.Admission;

/// <summary>Lets those in who know the key, as <c>Authorization: Bearer KEY</c> or <c>X-API-Key: KEY</c>.</summary>
/// <param name="key">The key; null lets everybody in.</param>
internal sealed class ApiKeyCheck(string? key)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _hash = key is null ? null : Hash(key);

    /// <summary>Whether a key is asked for.</summary>
    public bool IsNeeded => _hash is not null;

    /// <exception cref="RequestException">401: the key is missing or wrong.</exception>
    public void Require(HttpContext context)
    {
        if (_hash is null)
            return;
        var given = GivenBy(context.Request);
        // Hashes of one length, compared in constant time: how long it takes says nothing about the key.
        if (given is null || !CryptographicOperations.FixedTimeEquals(Hash(given), _hash))
            throw new RequestException(
                StatusCodes.Status401Unauthorized, $"the API key is {(given is null ? "missing" : "wrong")}; send it as Authorization: Bearer KEY or X-API-Key: KEY");
    }

    private static string? GivenBy(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        if (authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return authorization[Scheme.Length..].Trim();
        return request.Headers["X-API-Key"];
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
