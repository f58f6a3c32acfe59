using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EmotionNotebooks.Cli.Tests;

public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Port is 70000; it must be from 0 to 65535", "--port", "70000")]
    [InlineData("Host is 'here'; it must be an IP address, localhost, or * for all addresses of this machine", "--host", "here")]
    [InlineData("ApiKey has 5 characters; it must have at least 8, of ASCII without spaces", "--api-key", "short")]
    [InlineData("MaxInFlight is 0; it must be from 1 to 10000", "--max-in-flight", "0")]
    [InlineData("BatchSize is 0; it must be from 1 to 1024", "--batch-size", "0")]
    [InlineData("RequestsPerSecond is -1; it must be from 0 to 1000000", "--rate", "-1")]
    [InlineData("--host is *, which others can reach; give an --api-key (or EMOTION_API_KEY) that they must know, or leave out --host", "--host", "*")]
    [InlineData("nowhere.safetensors: no such file; 'emotion train' writes best.safetensors into its folder", "--model", "nowhere.safetensors")]
    public void Should_Say_What_Is_Right_And_Exit_With_2_When_An_Option_Is_Wrong(string message, params string[] options)
    {
        var result = Command.Emotion(_folder.Path, ["serve", .. options]);

        Assert.Equal((2, $"emotion: {message}", ""), (result.ExitCode, result.Error, result.Output));
    }

    [Fact]
    [Trait("Needs", "Libtorch")]
    public void Should_Say_In_One_Line_That_The_Port_Is_In_Use()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = Command.Emotion(_folder.Path, "serve", "--port", $"{port}");

        Assert.Equal((1, $"emotion: port {port} of 127.0.0.1 is in use; choose another one with --port", ""), (result.ExitCode, result.Error, result.Output));
    }

    [Fact]
    [Trait("Needs", "Libtorch")]
    public async Task Should_Answer_What_Is_In_Flight_And_End_With_0_When_It_Is_Told_To()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM (Needs=Unix)");
        using var server = Command.Start(_folder.Path, [("EMOTION_API_KEY", "correct-horse")], "dotnet",
            Path.Combine(AppContext.BaseDirectory, "emotion.dll"), "serve", "--port", "0", "--rate", "0", "--max-in-flight", "100");
        var first = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        using var client = new HttpClient { BaseAddress = new Uri(first!["page".Length..].Trim()) };
        client.DefaultRequestHeaders.Add("X-API-Key", "correct-horse");
        var sent = Enumerable.Range(0, 60).Select(i => Predict(client, i)).ToArray();
        await InFlight(client, 30);

        Command.Run(_folder.Path, [], "kill", $"{server.Id}");

        // What was not sent yet may be refused; what was taken in must be answered.
        var statuses = await Task.WhenAll(sent);
        Assert.True(statuses.Count(status => status == HttpStatusCode.OK) >= 30, string.Join(", ", statuses));
        Assert.True(server.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, server.ExitCode);
        Assert.Equal("emotion: answering what is in flight, then stopping (once more to stop at once)", (await server.StandardError.ReadToEndAsync()).TrimEnd());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpStatusCode?> Predict(HttpClient client, int seed)
    {
        var face = new byte[FaceSet.PixelsPerFace];
        SampleFaces.Draw(Emotion.Happy, (ulong)seed, face);
        using var body = new ByteArrayContent(FacePicture.EncodePng(face));
        body.Headers.ContentType = new("image/png");
        try
        {
            using var answer = await client.PostAsync("v1/predict?detect=false", body);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task InFlight(HttpClient client, int least)
    {
        const string name = "emotion_requests_in_flight ";
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var line = (await client.GetStringAsync("metrics")).Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal));
            if (int.Parse(line[name.Length..]) >= least)
            {
                return;
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"never were {least} requests in flight; the last count was '{line}'");
        }
    }
}
