using System.Net;

namespace EmotionNotebooks.Web.Tests;

[Trait("Needs", "Libtorch")]
public sealed class ShutdownTests
{
    [Fact]
    public async Task Should_Answer_All_That_Is_In_Flight_When_It_Stops()
    {
        const int count = 20;
        await using var running = await RunningServer.Start(new() { RequestsPerSecond = 0 });
        var sent = Enumerable.Range(0, count).Select(_ => running.Send(TestPictures.Sheet(1), "image/png")).ToArray();
        await InFlight(running, count);

        await running.Server.StopAsync();

        var answers = await Task.WhenAll(sent);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await Assert.ThrowsAsync<HttpRequestException>(() => running.Client.GetAsync("healthz"));
        Assert.Empty(running.Log);
    }

    private static async Task InFlight(RunningServer running, int count)
    {
        for (var i = 0; i < 400; i++)
        {
            if ((await running.Client.GetStringAsync("metrics")).Contains($"emotion_requests_in_flight {count}\n", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(5);
        }

        Assert.Fail($"{count} requests never were in flight together");
    }
}
