using System.Buffers.Binary;
using Config = Plotly.NET.Config;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>Charts and pages as PNG or SVG, drawn by a Chromium browser without a window and without a network.</summary>
public static class StaticImage
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a chart as a PNG, beside the target and renamed.</summary>
    /// <param name="chart">The chart; its layout should have the same width and height.</param>
    /// <param name="path">Path of the picture; its folder is made when missing, an older file is replaced.</param>
    /// <param name="width">Width in page pixels, from 16 to 8000.</param>
    /// <param name="height">Height in page pixels, from 16 to 8000.</param>
    /// <param name="options">Scale, time limit and browser; null for the defaults.</param>
    /// <exception cref="FileNotFoundException">plotly.js or a browser is not on this machine; the message names the command to run.</exception>
    /// <exception cref="TimeoutException">The browser took longer than the limit.</exception>
    /// <exception cref="IOException">The browser failed, or gave a picture of another size.</exception>
    public static void Save(GenericChart chart, string path, int width, int height, StaticImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "chart.html");
        // Without the buttons that a picture has no use for.
        var still = GenericChart.setConfig(Config.init(StaticPlot: true), chart);
        File.WriteAllText(
            page,
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><title>chart</title><style>body {"{ margin: 0 }"}</style><script>{PlotlySource.Read()}</script></head>
            <body>{GenericChart.toChartHTML(still)}</body></html>
            """);
        SavePage(page, path, width, height, options);
    }

    /// <summary>Writes a chart as an SVG, beside the target and renamed.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="path">Path of the picture; its folder is made when missing, an older file is replaced.</param>
    /// <param name="width">Width in pixels, from 16 to 8000.</param>
    /// <param name="height">Height in pixels, from 16 to 8000.</param>
    /// <param name="options">Time limit and browser; null for the defaults. An SVG has no scale.</param>
    /// <exception cref="FileNotFoundException">plotly.js or a browser is not on this machine; the message names the command to run.</exception>
    /// <exception cref="TimeoutException">The browser took longer than the limit.</exception>
    /// <exception cref="IOException">The browser failed, or gave no picture.</exception>
    public static void SaveSvg(GenericChart chart, string path, int width, int height, StaticImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentException.ThrowIfNullOrEmpty(path);
        RequireSide(width, nameof(width));
        RequireSide(height, nameof(height));
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "chart.html");
        File.WriteAllText(
            page,
            $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><title>chart</title><script>{{PlotlySource.Read()}}</script></head>
            <body><script type="application/json" id="figure">{{PlotPage.Json(chart)}}</script><script>
            // In base 64, so that the page's own text cannot be taken for the picture's.
            Plotly.toImage(JSON.parse(document.getElementById('figure').textContent), { format: 'svg', width: {{width}}, height: {{height}}, imageDataOnly: true })
              .then(svg => document.body.dataset.svg = btoa(Array.from(new TextEncoder().encode(svg), byte => String.fromCharCode(byte)).join('')));
            </script></body></html>
            """);
        var dom = HeadlessBrowser.DumpDom(page, options);
        AtomicFile.Write(path, stream => stream.Write(Svg(dom)));
    }

    /// <summary>Writes a page as a PNG of its upper part, beside the target and renamed.</summary>
    /// <param name="pagePath">Path of the HTML file.</param>
    /// <param name="path">Path of the picture; its folder is made when missing, an older file is replaced.</param>
    /// <param name="width">Width in page pixels, from 16 to 8000.</param>
    /// <param name="height">Height in page pixels, from 16 to 8000.</param>
    /// <param name="options">Scale, time limit and browser; null for the defaults.</param>
    /// <exception cref="FileNotFoundException">The page or a browser is not there; for a browser the message names the command to run.</exception>
    /// <exception cref="TimeoutException">The browser took longer than the limit.</exception>
    /// <exception cref="IOException">The browser failed, or gave a picture of another size.</exception>
    public static void SavePage(string pagePath, string path, int width, int height, StaticImageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RequireSide(width, nameof(width));
        RequireSide(height, nameof(height));
        var chosen = options ?? new();
        AtomicFile.WriteBeside(path, temporary =>
        {
            HeadlessBrowser.Screenshot(pagePath, temporary, width, height, chosen);
            RequirePicture(temporary, (int)Math.Round(width * chosen.Scale), (int)Math.Round(height * chosen.Scale));
        });
    }

    // The attribute stands in the body's tag, which comes before anything that the chart can hold.
    private static byte[] Svg(string dom)
    {
        const string Mark = "data-svg=\"";
        var start = dom.LastIndexOf("<body", StringComparison.Ordinal) is var body and >= 0 ? dom.IndexOf(Mark, body, StringComparison.Ordinal) : -1;
        if (start < 0)
            throw new IOException("The browser gave no SVG.");
        start += Mark.Length;
        var svg = Convert.FromBase64String(dom[start..dom.IndexOf('"', start)]);
        return svg.AsSpan().StartsWith("<svg "u8) ? svg : throw new IOException("The browser gave something that is not an SVG.");
    }

    private static void RequireSide(int pixels, string name)
    {
        if (pixels is < 16 or > 8000)
            throw new ArgumentOutOfRangeException(name, pixels, $"{name} must be from 16 to 8000 pixels.");
    }

    // A browser that fails to draw may still exit with 0.
    private static void RequirePicture(string path, int width, int height)
    {
        Span<byte> head = stackalloc byte[24];
        using var file = File.OpenRead(path);
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.StartsWith(PngSignature))
            throw new IOException("The browser wrote something that is not a PNG.");
        var (actualWidth, actualHeight) = (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
        if (actualWidth != width || actualHeight != height)
            throw new IOException($"The browser drew {actualWidth} × {actualHeight} pixels instead of {width} × {height}.");
    }
}
