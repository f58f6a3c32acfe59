using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace EmotionNotebooks.Data.Download;

/// <summary>Asks Kaggle for a file, follows its redirects, and turns refusals into words.</summary>
internal sealed class KaggleClient : IDisposable
{
    private const int MostRedirects = 10;
    private const int LongestMessage = 300;

    private readonly KaggleSource _source;
    private readonly KaggleToken? _token;
    private readonly DownloadOptions _options;
    private readonly HttpClient _http;

    public KaggleClient(KaggleSource source, KaggleToken? token, DownloadOptions options)
    {
        _source = source;
        _token = token;
        _options = options;
        var handler = new SocketsHttpHandler
        {
            // Redirects are followed here: the token must not travel to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.Patience,
            UseProxy = !options.Address.IsLoopback,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("EmotionNotebooks", "1.0"));
    }

    /// <summary>Asks for the file, or for what follows a part of it.</summary>
    /// <param name="from">How many bytes are here.</param>
    /// <param name="validator">What they must be of; the server sends the whole file if it has changed.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>An answer that carries the file or its rest, or says that there is no rest (416). The caller disposes it.</returns>
    /// <exception cref="KaggleAccessException">Refused; asking again will not help.</exception>
    /// <exception cref="TransientException">Asking again may help.</exception>
    public async Task<HttpResponseMessage> Get(long from, string? validator, CancellationToken cancel)
    {
        var start = new Uri(_options.Address, _source.Path);
        var address = start;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (_token is not null && IsKaggle(address))
                request.Headers.Authorization = _token.Header;
            if (from > 0 && validator is not null)
            {
                request.Headers.Range = new RangeHeaderValue(from, null);
                request.Headers.TryAddWithoutValidation("If-Range", validator);
            }

            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (Redirect(response, address) is not { } next)
                return await Accepted(response, address, cancel);
            response.Dispose();
            address = next;
        }

        throw new DownloadException($"{start}: more than {MostRedirects} redirects, the last to {Place(address)}; expected the file");
    }

    public void Dispose() => _http.Dispose();

    private bool IsKaggle(Uri address) => Uri.Compare(
        address, _options.Address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static Uri? Redirect(HttpResponseMessage response, Uri from)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            return null;
        var location = response.Headers.Location;
        response.Dispose();
        if (location is null)
            throw new DownloadException($"{Place(from)}: a redirect that does not say where to; expected the file");
        var to = location.IsAbsoluteUri ? location : new Uri(from, location);
        var isSafe = to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp);
        return isSafe ? to : throw new DownloadException($"{Place(from)}: a redirect to {Place(to)}, which is not encrypted; expected https");
    }

    private async Task<HttpResponseMessage> Accepted(HttpResponseMessage response, Uri address, CancellationToken cancel)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        var isRefusal = !response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.RequestedRangeNotSatisfiable;
        // Kaggle can wrap a refusal in an answer of success, and a login page is one as well.
        if (!isRefusal && type is not ("application/json" or "text/html"))
            return response;
        using (response)
        {
            if (!isRefusal && type == "text/html")
                throw WebPage(Place(address));
            var (code, message) = await Explanation(response, cancel);
            throw Refusal(code, address, message, response.Headers.RetryAfter);
        }
    }

    /// <summary>What to say when a web page arrives instead of the file.</summary>
    public static KaggleAccessException WebPage(string place) => new(
        $"{place}: a web page instead of the file; expected an archive. Is a login page or a proxy in between? Open {place} in a browser to see it");

    private Exception Refusal(int code, Uri address, string message, RetryConditionHeaderValue? retry)
    {
        var place = Place(address);
        var said = message.Length == 0 ? "" : $" ({message})";
        return code switch
        {
            401 when _token is null => new KaggleAccessException($"{place}: 401, Kaggle wants a token{said}; {KaggleToken.Advice}"),
            401 => new KaggleAccessException($"{place}: 401, Kaggle does not know the token of {_token!.Source}{said}; {KaggleToken.Advice}"),
            403 => new KaggleAccessException(
                $"{place}: 403, Kaggle does not give out this file yet{said}. Open {_source.Page}{(_source.NeedsToken ? "/rules" : "")}, sign in, "
                + "accept the rules (Late Submission or Join Competition, then I Understand and Accept; Kaggle may ask to verify a phone "
                + "number), then run this again"),
            404 => new KaggleAccessException($"{place}: 404, there is no such file{said}; is it at {_source.Page}?"),
            408 or 429 or >= 500 => new TransientException($"{place}: {code}{said}", Pause(retry)),
            _ => new DownloadException($"{place}: {code}{said}; expected the file"),
        };
    }

    private static TimeSpan? Pause(RetryConditionHeaderValue? retry) =>
        retry?.Delta ?? (retry?.Date is { } date ? date - DateTimeOffset.UtcNow : null);

    private async Task<(int Code, string Message)> Explanation(HttpResponseMessage response, CancellationToken cancel)
    {
        var code = (int)response.StatusCode;
        var message = response.ReasonPhrase ?? "";
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            return (code, message);
        try
        {
            var bytes = new byte[1 << 14];
            await using var body = await response.Content.ReadAsStreamAsync(cancel);
            var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
            using var json = JsonDocument.Parse(bytes.AsMemory(0, count));
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("code", out var wrapped) && wrapped.TryGetInt32(out var inner))
                code = inner >= 400 ? inner : code;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("message", out var said) && said.ValueKind == JsonValueKind.String)
                message = Printable(said.GetString()!);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException or InvalidOperationException)
        {
            // The status says enough.
        }

        return (code, message);
    }

    private string Printable(string text)
    {
        var shown = _token?.Hide(text) ?? text;
        var clean = new string([.. shown.Select(c => char.IsControl(c) ? ' ' : c)]).Trim().TrimEnd('.');
        return clean.Length > LongestMessage ? clean[..LongestMessage] + "…" : clean;
    }

    /// <summary>An address without its query, which in redirects holds a signature.</summary>
    private static string Place(Uri address) => address.GetLeftPart(UriPartial.Path);
}
