using System.Globalization;
using System.Text.RegularExpressions;

namespace EmotionNotebooks.Web.Tests;

[Trait("Needs", "Libtorch")]
public sealed class MetricsTests
{
    [Fact]
    public async Task Should_Count_What_Was_Asked_And_Answered()
    {
        await using var running = await RunningServer.Start();
        for (var i = 0; i < 3; i++)
        {
            (await running.Send(TestPictures.Face(i), "image/png", "?detect=false")).Dispose();
        }

        (await running.Send([1, 2, 3], "image/png")).Dispose();
        (await running.Client.GetAsync("elsewhere")).Dispose();
        var text = await running.Client.GetStringAsync("metrics");

        Assert.Equal(3, Value(text, "emotion_requests_total{path=\"/v1/predict\",status=\"200\"}"));
        Assert.Equal(1, Value(text, "emotion_requests_total{path=\"/v1/predict\",status=\"415\"}"));
        Assert.Equal(1, Value(text, "emotion_requests_total{path=\"other\",status=\"404\"}"));
        Assert.Equal(3, Value(text, "emotion_pictures_total"));
        Assert.Equal(3, Regex.Matches(text, "^emotion_faces_total\\{emotion=\"\\w+\"\\} (\\d+)$", RegexOptions.Multiline).Sum(match => int.Parse(match.Groups[1].Value)));
        Assert.Equal(3, Value(text, "emotion_prediction_seconds_count"));
        Assert.Equal(3, Value(text, "emotion_prediction_seconds_bucket{le=\"+Inf\"}"));
        Assert.Equal(0, Value(text, "emotion_requests_in_flight"));
        Assert.True(Value(text, "process_resident_memory_bytes") > 1e7);
    }

    [Fact]
    public async Task Should_Be_Text_That_Prometheus_Reads()
    {
        await using var running = await RunningServer.Start();
        (await running.Send(TestPictures.Face(0), "image/png", "?detect=false")).Dispose();
        using var answer = await running.Client.GetAsync("metrics");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var text = await answer.Content.ReadAsStringAsync();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var typed = new HashSet<string>();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (Regex.Match(line, "^# TYPE (\\w+) (counter|gauge|histogram)$") is { Success: true } type)
            {
                Assert.True(typed.Add(type.Groups[1].Value), $"{line}: twice");
            }
            else if (!line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                var sample = Regex.Match(line, "^(\\w+?)(_bucket|_sum|_count)?(\\{\\w+=\"[^\"]*\"(,\\w+=\"[^\"]*\")*\\})? (-?[0-9.E+-]+|\\+Inf|NaN)$");
                Assert.True(sample.Success, line);
                Assert.True(typed.Contains(sample.Groups[1].Value) || typed.Contains(sample.Groups[1].Value + sample.Groups[2].Value), $"{line}: no type");
            }
        }
    }

    private static double Value(string text, string sample) => double.Parse(
        text.Split('\n').Single(line => line.StartsWith(sample + " ", StringComparison.Ordinal))[(sample.Length + 1)..], CultureInfo.InvariantCulture);
}
