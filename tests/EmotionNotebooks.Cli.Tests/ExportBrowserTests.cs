using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EmotionNotebooks.Export.Onnx;
using EmotionNotebooks.Plots;
using Microsoft.Playwright;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>onnxruntime-web in a browser reads the exported files and gives the library's answers, with nothing from the network.</summary>
[Trait("Needs", "Browser")]
public sealed class ExportBrowserTests(ExportedNetworks exported) : IClassFixture<ExportedNetworks>, IAsyncLifetime
{
    private const string Page = """
        <!doctype html><script src="/ort/ort.wasm.min.js"></script><script>
        ort.env.wasm.wasmPaths = '/ort/';
        async function predict(model, batch) {
          const session = await ort.InferenceSession.create(model);
          const pixels = new Uint8Array(await (await fetch('/faces.bin')).arrayBuffer());
          const probabilities = [];
          for (let start = 0; start < pixels.length; start += batch * 2304) {
            const values = Float32Array.from(pixels.subarray(start, start + batch * 2304));
            const answer = await session.run({ input: new ort.Tensor('float32', values, [values.length / 2304, 1, 48, 48]) });
            probabilities.push(...answer.probabilities.data);
          }
          return probabilities;
        }
        </script>
        """;

    private static readonly string Scripts = Path.Combine(Command.Root, ".emotion", "onnx", "node_modules", "onnxruntime-web", "dist");

    private readonly HttpListener _server = new();
    private string _address = "";
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Task? _serving;

    public static TheoryData<OnnxForm> Forms => [.. Enum.GetValues<OnnxForm>()];

    public async ValueTask InitializeAsync()
    {
        Assert.True(Directory.Exists(Scripts), $"onnxruntime-web is not in {Scripts}; ./emotion setup onnx installs it");
        _address = $"http://127.0.0.1:{FreePort()}/";
        _server.Prefixes.Add(_address);
        _server.Start();
        _serving = Serve();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessBrowser.Find(), Args = ["--no-sandbox"] });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Should_Give_The_Librarys_Answers(OnnxForm form)
    {
        var page = await _browser!.NewPageAsync();
        page.SetDefaultTimeout(300_000);
        await page.GotoAsync(_address);

        var answer = await page.EvaluateAsync<JsonElement>("([model, batch]) => predict(model, batch)", new object[] { $"/{Path.GetFileName(exported.Path(form))}", 50 });

        ExportedNetworks.RequireSame(form, exported.Library, ExportedNetworks.Read(answer, exported.Faces));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _server.Close();
        if (_serving is not null)
        {
            await _serving;
        }
    }

    private async Task Serve()
    {
        while (_server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // the test is over
            }

            await Answer(context);
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        var name = Path.GetFileName(context.Request.Url!.AbsolutePath);
        var folder = context.Request.Url.AbsolutePath.StartsWith("/ort/", StringComparison.Ordinal) ? Scripts : exported.Folder;
        var path = Path.Combine(folder, name);
        var response = context.Response;
        if (name.Length > 0 && !File.Exists(path))
        {
            response.StatusCode = 404;
        }
        else
        {
            response.ContentType = Path.GetExtension(name) switch
            {
                "" => "text/html",
                ".js" or ".mjs" => "text/javascript",
                ".wasm" => "application/wasm",
                _ => "application/octet-stream",
            };
            await response.OutputStream.WriteAsync(name.Length == 0 ? System.Text.Encoding.UTF8.GetBytes(Page) : await File.ReadAllBytesAsync(path));
        }

        response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
