using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using EmotionNotebooks.Web.Api;

namespace EmotionNotebooks.Web.Tests;

[Trait("Needs", "Libtorch")]
public sealed class AdmissionTests
{
    private const string Key = "correct-horse-battery";

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Bearer wrong-horse-battery", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", "Basic correct-horse-battery", HttpStatusCode.Unauthorized)]
    [InlineData("X-API-Key", "", HttpStatusCode.Unauthorized)]
    [InlineData("Authorization", $"Bearer {Key}", HttpStatusCode.OK)]
    [InlineData("Authorization", $"bearer {Key}", HttpStatusCode.OK)]
    [InlineData("X-API-Key", Key, HttpStatusCode.OK)]
    public async Task Should_Ask_For_The_Key(string? header, string? value, HttpStatusCode status)
    {
        await using var running = await RunningServer.Start(new() { ApiKey = Key });
        if (header is not null)
        {
            running.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        }

        foreach (var path in new[] { "v1/model", "metrics" })
        {
            using var answer = await running.Client.GetAsync(path);
            Assert.Equal(status, answer.StatusCode);
        }

        using var predicted = await running.Send(TestPictures.Face(0), "image/png", "?detect=false");
        Assert.Equal(status, predicted.StatusCode);
        Assert.Equal(status == HttpStatusCode.Unauthorized, predicted.Headers.WwwAuthenticate.Contains(new AuthenticationHeaderValue("Bearer")));
        foreach (var open in new[] { "healthz", "", "page.js", "openapi.json" })
        {
            Assert.Equal(HttpStatusCode.OK, (await running.Client.GetAsync(open)).StatusCode);
        }
    }

    [Theory]
    [InlineData("evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.1.5", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("localhost:8080", "same-origin", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", null, HttpStatusCode.OK)]
    [InlineData("[::1]:8080", null, HttpStatusCode.OK)]
    public async Task Should_Answer_Without_A_Key_To_This_Machine_Alone(string host, string? site, HttpStatusCode status)
    {
        await using var running = await RunningServer.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/model");
        request.Headers.Host = host;
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await running.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Should_Not_Listen_Beyond_This_Machine_Without_A_Key()
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => RunningServer.Start(new() { Host = "*" }));
        Assert.Contains("--api-key", e.Message, StringComparison.Ordinal);
        await using var running = await RunningServer.Start(new() { Host = "*", ApiKey = Key });
        using var request = new HttpRequestMessage(HttpMethod.Get, "healthz");
        request.Headers.Host = "faces.example";
        Assert.Equal(HttpStatusCode.OK, (await running.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Should_Slow_Down_A_Client_That_Sends_Too_Many()
    {
        await using var running = await RunningServer.Start(new() { RequestsPerSecond = 5 });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await running.Send(TestPictures.Face(0), "image/png", "?detect=false");
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
                Assert.Equal(Problem.ContentType, answer.Content.Headers.ContentType?.MediaType);
            }
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 5), statuses.Take(5));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        await Task.Delay(1_500);
        Assert.Equal(HttpStatusCode.OK, (await running.Send(TestPictures.Face(0), "image/png", "?detect=false")).StatusCode);
    }

    [Fact]
    public async Task Should_Send_Away_What_Is_Above_The_Number_In_Flight()
    {
        await using var running = await RunningServer.Start(new() { MaxInFlight = 2, RequestsPerSecond = 0 });
        // Two requests whose bodies are still on their way hold the places.
        using var first = await Half(running);
        using var second = await Half(running);
        await Until(async () => (await running.Client.GetStringAsync("metrics")).Contains("emotion_requests_in_flight 2\n", StringComparison.Ordinal));

        using var answer = await running.Send(TestPictures.Face(0), "image/png");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        first.Dispose();
        second.Dispose();
        await Until(async () => (await running.Send(TestPictures.Face(0), "image/png", "?detect=false")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_Give_Up_On_A_Body_That_Does_Not_Come()
    {
        await using var running = await RunningServer.Start(new() { BodyTimeout = TimeSpan.FromMilliseconds(500) });
        using var half = await Half(running);

        using var reader = new StreamReader(half.GetStream());
        Assert.Equal("HTTP/1.1 408 Request Timeout", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Should_Keep_Its_Page_To_Itself()
    {
        await using var running = await RunningServer.Start();
        using var answer = await running.Client.GetAsync("");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        foreach (var path in new[] { "", "page.css", "page.js" })
        {
            var text = (await running.Client.GetStringAsync(path)).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.DoesNotMatch("https?://", text);
        }

        using var again = new HttpRequestMessage(HttpMethod.Get, "page.js");
        again.Headers.IfNoneMatch.Add((await running.Client.GetAsync("page.js")).Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await running.Client.SendAsync(again)).StatusCode);
    }

    // A request of which only a part is sent.
    private static async Task<TcpClient> Half(RunningServer running)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, running.Server.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /v1/predict?detect=false HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: 1000\r\n\r\n\u0089PNG"));
        return socket;
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("waited ten seconds");
    }
}
