using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EmotionNotebooks.Plots;
using Microsoft.Playwright;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>A lesson as people step through it: the classic Jupyter Notebook in a browser.</summary>
[Collection(NotebookRuns.Name)]
[Trait("Needs", "Browser")]
public sealed class LabTests : IAsyncLifetime
{
    private const string Lesson = "02-train-a-network.ipynb";

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();
    private Process? _lab;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _lab = Command.Start(
            _folder.Path,
            [("EMOTION_ARTIFACTS", _folder.File("made")), ("JUPYTER_CONFIG_DIR", _folder.File("config")), ("JUPYTER_DATA_DIR", _folder.File("data"))],
            "dotnet", Path.Combine(AppContext.BaseDirectory, "emotion.dll"), "lab", "--no-browser", "--port", $"{_port}", "--", "--NotebookApp.token=t", "--NotebookApp.port_retries=0");
        _lab.OutputDataReceived += (_, _) => { };
        _lab.ErrorDataReceived += (_, _) => { };
        _lab.BeginOutputReadLine();
        _lab.BeginErrorReadLine();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessBrowser.Find(), Args = ["--no-sandbox"] });
    }

    [Fact]
    public async Task Should_Run_A_Lesson_And_Survive_An_Interrupt()
    {
        var page = await Open();

        // All cells, to the last.
        await page.EvaluateAsync("Jupyter.notebook.execute_all_cells()");
        await Idle(page, TimeSpan.FromMinutes(8));
        Assert.Equal(0, await page.Locator(".output_error").CountAsync());
        Assert.Equal(await Count(page, "true"), await Count(page, "cell.input_prompt_number > 0"));
        var chart = page.Locator(".js-plotly-plot .main-svg").First;
        await chart.ScrollIntoViewIfNeededAsync();
        var box = await chart.BoundingBoxAsync();
        Assert.True(box is { Width: > 300, Height: > 150 }, "a chart must be drawn");
        Directory.CreateDirectory(Path.Combine(Command.Root, "artifacts"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Command.Root, "artifacts", "lab.png") });

        // A training that would take hours, interrupted by the button.
        await Append(page, """
            var endless = Lesson.Session("endless", recipe with { Options = options with { Epochs = 500, IsChanged = true } }, faces);
            var part = endless.Train([new LiveTraining()], Lesson.Interruption);
            Console.WriteLine($"stopped of itself after {part.Count} epochs: {!endless.IsFinished}");
            """);
        await WaitFor(() => Directory.GetDirectories(_folder.File("made/lessons"), "endless-*").Length > 0, TimeSpan.FromSeconds(60), "the training begins");
        await Task.Delay(TimeSpan.FromSeconds(3));
        await page.ClickAsync("button[data-jupyter-action='jupyter-notebook:interrupt-kernel'], #run_int button[title*='nterrupt']");
        await Idle(page, TimeSpan.FromSeconds(30));
        await Shows(page.Locator(".code_cell").Last.Locator(".output"), "epochs: True");
        Assert.True(File.Exists(Path.Combine(Directory.GetDirectories(_folder.File("made/lessons"), "endless-*").Single(), "last.json")), "the checkpoint must be there");

        // The kernel and its state go on.
        await Append(page, "split.Training.Count + split.Validation.Count == faces.Count");
        await Idle(page, TimeSpan.FromSeconds(30));
        await Shows(page.Locator(".code_cell").Last.Locator(".output"), "True");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_lab is not null)
        {
            Command.Run(_folder.Path, [], "kill", $"{_lab.Id}");
            if (!_lab.WaitForExit(TimeSpan.FromSeconds(15)))
            {
                _lab.Kill(entireProcessTree: true);
            }

            _lab.Dispose();
        }

        _folder.Dispose();
    }

    private async Task<IPage> Open()
    {
        using var client = new HttpClient();
        await WaitFor(() => Answers(client), TimeSpan.FromSeconds(60), "Jupyter answers");
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        await page.GotoAsync($"http://127.0.0.1:{_port}/notebooks/{Lesson}?token=t");
        await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()", null, new() { Timeout = 60_000 });
        // Nothing that happens here is to be saved into the repository.
        await page.EvaluateAsync("Jupyter.notebook.set_autosave_interval(0)");
        Assert.Equal(".net-csharp", await page.EvaluateAsync<string>("Jupyter.notebook.kernel.name"));
        return page;
    }

    private bool Answers(HttpClient client)
    {
        try
        {
            return client.GetAsync(new Uri($"http://127.0.0.1:{_port}/api?token=t")).GetAwaiter().GetResult().IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Append(IPage page, string code) => await page.EvaluateAsync(
        "code => { const cell = Jupyter.notebook.insert_cell_at_bottom('code'); cell.set_text(code); cell.execute(); }", code);

    private static Task<int> Count(IPage page, string condition) =>
        page.EvaluateAsync<int>($"Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code' && {condition}).length");

    // A cell's reply comes by another socket than its output, so either may be the first.
    private static Task Shows(ILocator where, string text) => Assertions.Expect(where).ToContainTextAsync(text, new() { Timeout = 30_000 });

    private static async Task Idle(IPage page, TimeSpan limit) => await page.WaitForFunctionAsync(
        "() => Jupyter.notebook.get_cells().every(cell => cell.cell_type !== 'code' || !cell.element.hasClass('running')) && !Jupyter.notebook.kernel_busy",
        null,
        new() { Timeout = (float)limit.TotalMilliseconds, PollingInterval = 200 });

    private static async Task WaitFor(Func<bool> condition, TimeSpan limit, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < limit, $"waited {limit} for: {what}");
            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
