using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace LoadBench;

/// <summary>One client of the server, with as many connections as it needs.</summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _predict;
    private readonly Uri _metrics;

    public Client(Uri server, string detect, string? key)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _predict = new Uri(server, $"/v1/predict?detect={detect}");
        _metrics = new Uri(server, "/metrics");
    }

    /// <summary>Sends a picture.</summary>
    /// <returns>The status, 0 where there was no answer; for 200 the numbers of all faces: boxes and probabilities.</returns>
    public async Task<(int Status, double[] Numbers)> Predict(byte[] picture)
    {
        using var body = new ByteArrayContent(picture);
        body.Headers.ContentType = new("application/octet-stream");
        try
        {
            using var answer = await _http.PostAsync(_predict, body);
            var content = await answer.Content.ReadAsByteArrayAsync();
            return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? Numbers(content) : []);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return (0, []);
        }
    }

    /// <summary>The server's resident memory in bytes.</summary>
    public async Task<long> Memory()
    {
        const string name = "process_resident_memory_bytes ";
        var text = await _http.GetStringAsync(_metrics);
        var line = text.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _http.Dispose();

    private static double[] Numbers(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        var faces = json.RootElement.GetProperty("pictures")[0].GetProperty("faces");
        return [.. faces.EnumerateArray().SelectMany(face =>
            face.GetProperty("box").EnumerateObject().Concat(face.GetProperty("probabilities").EnumerateObject()).Select(it => it.Value.GetDouble()))];
    }
}
