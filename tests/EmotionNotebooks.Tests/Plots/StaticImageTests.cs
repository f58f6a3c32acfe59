using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Tests.Plots;

[Trait("Needs", "Browser")]
public sealed class StaticImageTests : IDisposable
{
    // For a machine that has other work.
    private static readonly StaticImageOptions Patient = new() { TimeLimit = TimeSpan.FromMinutes(3) };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_draw_curves_in_the_asked_size_and_colours()
    {
        var path = _folder.File("new/curves.png");
        new LearningCurves(Histories.Of(12), Histories.Run).SavePng(path, new() { Width = 800, Height = 400, Theme = PlotTheme.Dark }, Patient);
        var picture = Png.Read(File.ReadAllBytes(path));
        Assert.Equal((1600, 800), (picture.Width, picture.Height));
        Assert.True(picture.Count(0x14, 0x18, 0x1d) > 0.7 * 1600 * 800, "the background");
        foreach (var left in new[] { 0, 800 })
        {
            Assert.True(picture.Count(0x56, 0xb4, 0xe9, left, left + 800) > 300, $"the training line from {left}");
            Assert.True(picture.Count(0xe6, 0x9f, 0x00, left, left + 800) > 1000, $"the validation line from {left}");
        }

        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Should_write_an_svg_with_text_lines_and_pictures_inside()
    {
        var (evaluation, predictions, faces) = Judgements.Hostile();
        var path = _folder.File("new/losses.svg");

        new TopLossesPlot(evaluation, predictions, faces).SaveSvg(path, new() { Width = 700, Height = 400, Theme = PlotTheme.Dark }, Patient);

        var svg = System.Xml.Linq.XDocument.Load(path).Root!;
        Assert.Equal(("svg", "700", "400"), (svg.Name.LocalName, svg.Attribute("width")!.Value, svg.Attribute("height")!.Value));
        Assert.Contains("Top losses, PublicTest", svg.Value, StringComparison.Ordinal);
        Assert.Contains("20, 24, 29", svg.ToString(), StringComparison.Ordinal);
        Assert.Equal(6, svg.Descendants().Count(it => it.Name.LocalName == "image"));
        Assert.All(
            svg.Descendants().SelectMany(it => it.Attributes()).Where(it => it.Name.LocalName == "href"),
            it => Assert.StartsWith("data:image/png;base64,", it.Value, StringComparison.Ordinal));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Should_keep_the_older_svg_when_it_fails()
    {
        var path = _folder.File("a.svg");
        File.WriteAllText(path, "older");
        var plot = new ClassDistributionPlot(FakeFaces.Bars(7, Split.Training));
        Assert.Contains("no SVG", Assert.Throws<IOException>(() => plot.SaveSvg(path, image: new() { Browser = "/bin/true" })).Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => plot.SaveSvg(path, image: new() { Browser = "/bin/false" }));
        Assert.Equal("older", File.ReadAllText(path));
    }

    [Fact]
    public void Should_follow_the_scale()
    {
        var page = Page("<body style='margin:0;background:#123456'></body>");
        StaticImage.SavePage(page, _folder.File("a.png"), 300, 100, new() { Scale = 1.5 });
        var picture = Png.Read(File.ReadAllBytes(_folder.File("a.png")));
        Assert.Equal((450, 150), (picture.Width, picture.Height));
        Assert.Equal(450 * 150, picture.Count(0x12, 0x34, 0x56));
    }

    [Fact]
    public void Should_end_the_browser_when_it_takes_too_long()
    {
        // A page whose script never ends.
        var page = Page("<script>for (;;) ;</script>");
        var clock = Stopwatch.StartNew();
        var error = Assert.Throws<TimeoutException>(() =>
            StaticImage.SavePage(page, _folder.File("a.png"), 100, 100, new() { TimeLimit = TimeSpan.FromSeconds(3) }));
        Assert.Contains("3 s", error.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 3, 30);
        Assert.False(File.Exists(_folder.File("a.png")));
    }

    [Fact]
    public void Should_keep_the_older_picture_when_it_fails()
    {
        var path = _folder.File("a.png");
        File.WriteAllText(path, "older");
        Assert.Throws<IOException>(() => StaticImage.SavePage(Page(""), path, 100, 100, new() { Browser = "/bin/false" }));
        Assert.Throws<IOException>(() => StaticImage.SavePage(Page(""), path, 100, 100, new() { Browser = "/bin/true" }));
        Assert.Throws<IOException>(() => StaticImage.SavePage(Page(""), path, 100, 100, new() { Browser = "/no/such/browser" }));
        Assert.Throws<FileNotFoundException>(() => StaticImage.SavePage(_folder.File("none.html"), path, 100, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => StaticImage.SavePage(Page(""), path, 0, 100));
        Assert.Equal("older", File.ReadAllText(path));
    }

    [Fact]
    public void Should_fetch_nothing_from_the_network()
    {
        var page = Page("<script>fetch('http://localhost:1/').catch(e => document.title = 'no');</script><img src='http://example.org/a.png' onerror=\"document.body.dataset.image = 'no'\">");
        Assert.Contains("data-image=\"no\"", HeadlessBrowser.DumpDom(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_take_the_configured_browser_before_the_path()
    {
        Assert.Equal("/bin/true", HeadlessBrowser.Find("/bin/true", "/usr/bin", []));
        var error = Assert.Throws<FileNotFoundException>(() => HeadlessBrowser.Find("/no/such", "/usr/bin", []));
        Assert.Contains("./emotion setup browser", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Should_name_the_command_when_there_is_no_browser()
    {
        var error = Assert.Throws<FileNotFoundException>(() => HeadlessBrowser.Find(null, "/nowhere", ["/no/place"]));
        Assert.Contains("./emotion setup browser", error.Message, StringComparison.Ordinal);
        Assert.Equal("/bin/true", HeadlessBrowser.Find(null, null, ["/no/place", "/bin/true"]));
    }

    private string Page(string body)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.html");
        File.WriteAllText(path, $"<!DOCTYPE html><html><head><meta charset=utf-8></head>{body}</html>");
        return path;
    }

    /// <summary>Enough of a PNG reader to count colours: 8 bits, RGB or RGBA, not interlaced.</summary>
    private sealed class Png
    {
        private readonly byte[] _pixels;
        private readonly int _channels;

        private Png(int width, int height, int channels, byte[] pixels)
        {
            Width = width;
            Height = height;
            _channels = channels;
            _pixels = pixels;
        }

        public int Width { get; }

        public int Height { get; }

        public static Png Read(byte[] file)
        {
            using var compressed = new MemoryStream();
            var (width, height, channels) = (0, 0, 0);
            for (var at = 8; at < file.Length;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
                var kind = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
                var content = file.AsSpan(at + 8, length);
                if (kind == "IHDR")
                {
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                    Assert.Equal((8, 0), (content[8], content[12]));
                    channels = content[9] == 6 ? 4 : 3;
                }
                else if (kind == "IDAT")
                {
                    compressed.Write(content);
                }

                at += 12 + length;
            }

            compressed.Position = 0;
            using var stream = new ZLibStream(compressed, CompressionMode.Decompress);
            var stride = width * channels;
            var pixels = new byte[height * stride];
            for (var y = 0; y < height; y++)
            {
                var filter = stream.ReadByte();
                var row = pixels.AsSpan(y * stride, stride);
                stream.ReadExactly(row);
                Unfilter(filter, row, y == 0 ? default : pixels.AsSpan((y - 1) * stride, stride), channels);
            }

            return new(width, height, channels, pixels);
        }

        public int Count(byte red, byte green, byte blue, int left = 0, int right = int.MaxValue)
        {
            var count = 0;
            for (var y = 0; y < Height; y++)
            {
                for (var x = left; x < Math.Min(right, Width); x++)
                {
                    var pixel = _pixels.AsSpan(((y * Width) + x) * _channels);
                    if (pixel[0] == red && pixel[1] == green && pixel[2] == blue)
                        count++;
                }
            }

            return count;
        }

        private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int channels)
        {
            for (var i = 0; i < row.Length; i++)
            {
                int left = i < channels ? 0 : row[i - channels];
                int up = above.IsEmpty ? 0 : above[i];
                int corner = above.IsEmpty || i < channels ? 0 : above[i - channels];
                row[i] += (byte)(filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }

        private static int Paeth(int left, int up, int corner)
        {
            var estimate = left + up - corner;
            var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
            return a <= b && a <= c ? left : b <= c ? up : corner;
        }
    }
}
