using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EmotionNotebooks.Data.Download;

/// <summary>What Kaggle knows a caller by: a user name with a key, or an access token. Its text names where it came from, never the key.</summary>
public sealed class KaggleToken
{
    /// <summary>Where tokens are made, and where one is looked for.</summary>
    internal const string Advice = "make one at https://www.kaggle.com/settings (API, Create New Token) and set KAGGLE_USERNAME and KAGGLE_KEY, "
        + "set KAGGLE_API_TOKEN, or save kaggle.json in ~/.kaggle";

    private static readonly string[] TokenFiles = ["access_token", "access_token.txt"];

    private readonly string _secret;

    private KaggleToken(string source, string secret, AuthenticationHeaderValue header)
    {
        Source = source;
        _secret = secret;
        Header = header;
    }

    /// <summary>Where the token came from: names of variables, or a file's path.</summary>
    public string Source { get; }

    /// <summary>What a request carries.</summary>
    internal AuthenticationHeaderValue Header { get; }

    /// <summary>
    /// The token of this machine's user, from the first of: the environment variables <c>KAGGLE_USERNAME</c> and <c>KAGGLE_KEY</c>;
    /// <c>KAGGLE_API_TOKEN</c> (an access token, or the path of a file that holds one); <c>kaggle.json</c>, then <c>access_token</c>, in the
    /// folder <c>KAGGLE_CONFIG_DIR</c>, else in <c>~/.kaggle</c>, else in <c>~/.config/kaggle</c> (<c>XDG_CONFIG_HOME</c>). The places of
    /// Kaggle's own tools.
    /// </summary>
    /// <returns>The token; null where there is none.</returns>
    /// <exception cref="KaggleAccessException">One of two variables is set without the other, or a file holds no token.</exception>
    public static KaggleToken? Find() =>
        Find(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>A user name with its key, as in <c>kaggle.json</c>.</summary>
    /// <param name="username">The user's name.</param>
    /// <param name="key">The key.</param>
    /// <param name="source">Where they came from, for messages.</param>
    /// <exception cref="KaggleAccessException">One of them is blank or can't stand in a request.</exception>
    public static KaggleToken FromKey(string username, string key, string source)
    {
        if (!IsPlain(username) || username.Contains(':') || !IsPlain(key))
            throw new KaggleAccessException($"{source}: user name or key is blank or has characters that no Kaggle token has; {Advice}");
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{key}"));
        return new(source, key, new AuthenticationHeaderValue("Basic", pair));
    }

    /// <summary>An access token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="source">Where it came from, for messages.</param>
    /// <exception cref="KaggleAccessException">It is blank or can't stand in a request.</exception>
    public static KaggleToken FromAccessToken(string token, string source) => IsPlain(token)
        ? new(source, token, new AuthenticationHeaderValue("Bearer", token))
        : throw new KaggleAccessException($"{source}: the token is blank or has characters that no Kaggle token has; {Advice}");

    /// <summary>Where the token came from. The key itself is never shown.</summary>
    public override string ToString() => $"Kaggle token of {Source}";

    /// <summary>A text that may quote the request, without the key.</summary>
    internal string Hide(string text) => text
        .Replace(_secret, "…", StringComparison.Ordinal)
        .Replace(Header.Parameter!, "…", StringComparison.Ordinal);

    internal static KaggleToken? Find(Func<string, string?> environment, string home)
    {
        string? Variable(string name) => environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        const string user = "KAGGLE_USERNAME";
        const string key = "KAGGLE_KEY";
        switch (Variable(user), Variable(key))
        {
            case ({ } name, { } secret):
                return FromKey(name, secret, $"{user} and {key}");
            case ({ }, null):
                throw new KaggleAccessException($"{user} is set but {key} is not; set both, or neither");
            case (null, { }):
                throw new KaggleAccessException($"{key} is set but {user} is not; set both, or neither");
        }

        const string access = "KAGGLE_API_TOKEN";
        if (Variable(access) is { } token)
            return File.Exists(token) ? FromTokenFile(token) : FromAccessToken(token, access);
        var folder = Variable("KAGGLE_CONFIG_DIR") ?? UsualFolder(Variable("XDG_CONFIG_HOME"), home);
        var json = Path.Combine(folder, "kaggle.json");
        if (File.Exists(json))
            return FromJson(json);
        return TokenFiles.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } file ? FromTokenFile(file) : null;
    }

    private static string UsualFolder(string? configured, string home)
    {
        var folder = Path.Combine(home, ".kaggle");
        return Directory.Exists(folder) ? folder : Path.Combine(configured ?? Path.Combine(home, ".config"), "kaggle");
    }

    private static KaggleToken FromTokenFile(string path) => FromAccessToken(ReadText(path).Trim(), path);

    private static KaggleToken FromJson(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(ReadText(path));
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("username", out var name) && name.ValueKind == JsonValueKind.String
                && json.RootElement.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String)
                return FromKey(name.GetString()!.Trim(), key.GetString()!.Trim(), path);
        }
        catch (JsonException)
        {
            // The parser's own message may quote the file, and with it the key.
        }

        throw new KaggleAccessException($$"""{{path}}: is not {"username": "…", "key": "…"}; {{Advice}}""");
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KaggleAccessException($"{path}: cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')})", e);
        }
    }

    private static bool IsPlain(string text) => text.Length is > 0 and <= 4096 && text.All(c => c is > ' ' and < '\x7F');
}
