using System.Globalization;
using System.Text;

namespace EmotionNotebooks.Tests.Data;

public sealed class PixelTextTests
{
    [Fact]
    public void Should_parse_every_regular_text_whatever_follows_it()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new SeededRandom((ulong)seed);
            var numbers = Numbers(random);
            var text = string.Join(' ', numbers);
            var after = string.Concat(Enumerable.Repeat(",\"xTraining"[seed % 4], random.NextInt(70)));

            Assert.True(TryParse(text + after, out var pixels, out var used), $"seed {seed}");
            Assert.Equal(numbers.Select(byte.Parse), pixels);
            Assert.Equal(text.Length, used);
        }
    }

    [Fact]
    public void Should_leave_or_refuse_every_text_that_is_not_regular()
    {
        string[] faults = ["256", "999", "300", "1000", "", "1 ", " 1", "x", "1x", "-1", "/", ":", "1,1", "1\t1", "\0", "\u00B2"];
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new SeededRandom((ulong)seed);
            var numbers = Numbers(random);
            numbers[random.NextInt(numbers.Length)] = faults[seed % faults.Length];

            Assert.False(TryParse(string.Join(' ', numbers) + ",Training", out _, out _), $"seed {seed}");
            Assert.False(TryParse(string.Join(' ', numbers.Take(random.NextInt(numbers.Length))), out _, out _), $"seed {seed}");
        }
    }

    // Of one length mostly, or of all; leading zeros are numbers too.
    private static string[] Numbers(SeededRandom random)
    {
        var most = new[] { 10, 100, 256 }[random.NextInt(3)];
        return [.. Enumerable.Range(0, FaceSet.PixelsPerFace).Select(_ => random.NextInt(50) == 0
            ? $"{random.NextInt(256):000}"
            : random.NextInt(most).ToString(CultureInfo.InvariantCulture))];
    }

    private static bool TryParse(string text, out byte[] pixels, out int used)
    {
        pixels = new byte[FaceSet.PixelsPerFace];
        return PixelText.TryParse(Encoding.Latin1.GetBytes(text), pixels, out used);
    }
}
