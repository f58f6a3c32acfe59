using System.Globalization;
using System.Text.RegularExpressions;
using EmotionNotebooks.Plots;
using Microsoft.Playwright;

namespace EmotionNotebooks.Web.Tests;

/// <summary>The page in a browser whose camera plays a film. Screenshots go to artifacts/.</summary>
[Trait("Needs", "Browser")]
public sealed class PageTests : IAsyncLifetime
{
    private static readonly string Film = Path.Combine(Path.GetTempPath(), $"emotion-{Guid.NewGuid():N}.y4m");

    private readonly List<string> _outside = [];
    private readonly List<string> _complaints = [];
    private RunningServer _running = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        FakeCamera.Write(Film);
        _running = await RunningServer.Start();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = HeadlessBrowser.Find(),
            Args = ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={Film}"],
        });
    }

    [Theory]
    [InlineData("desktop-light", 1280, 900, ColorScheme.Light)]
    [InlineData("desktop-dark", 1280, 900, ColorScheme.Dark)]
    [InlineData("phone-light", 390, 844, ColorScheme.Light)]
    [InlineData("phone-dark", 390, 844, ColorScheme.Dark)]
    public async Task Should_Outline_The_Faces_Of_Pictures(string name, int width, int height, ColorScheme scheme)
    {
        var page = await Open(width, height, scheme);

        await page.SetInputFilesAsync("#file", [Upload("one.png", TestPictures.Sheet(1)), Upload("three.png", TestPictures.Sheet(3))]);
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#strip li').length === 2 && document.querySelectorAll('#faces .face').length === 3");

        Assert.Equal(3, await page.Locator("#overlay .box").CountAsync());
        Assert.Matches("^three.png: 3 faces: ", await page.TextContentAsync("#status"));
        Assert.Equal(7, await page.Locator("#faces .face").First.Locator("tr").CountAsync());
        await RequireBoxesInPicture(page);
        await RequireNothingBeside(page, width);
        Assert.Equal(scheme == ColorScheme.Dark ? "dark" : "light", await page.GetAttributeAsync("html", "data-theme"));
        await Screenshot(page, $"serve-{name}");
        RequireClean();
    }

    [Theory]
    [InlineData("webcam-light", 1280, 900, ColorScheme.Light)]
    [InlineData("webcam-phone-dark", 390, 844, ColorScheme.Dark)]
    public async Task Should_Read_The_Webcam_Live(string name, int width, int height, ColorScheme scheme)
    {
        var page = await Open(width, height, scheme);

        await page.ClickAsync("#camera");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('#overlay .box').length >= 1 && state.history.filter(it => it.probabilities).length >= 12");

        Assert.Equal("true", await page.GetAttributeAsync("#camera", "aria-pressed"));
        await page.WaitForSelectorAsync("#overlay .box", new() { State = WaitForSelectorState.Visible });
        var sure = await page.TextContentAsync("#faces .sure");
        await page.WaitForFunctionAsync("before => document.querySelector('#faces .sure')?.textContent !== before", sure);
        Assert.Equal(7, await page.Locator("#timeline .curve").CountAsync());
        Assert.True((await page.GetAttributeAsync("#timeline .curve.top", "d"))!.Split('L').Length > 6, "the timeline must have points");
        await page.WaitForFunctionAsync("() => /mean of the last/.test(document.getElementById('timeline-text').textContent)");
        await RequireNothingBeside(page, width);
        await page.WaitForSelectorAsync("#overlay .box", new() { State = WaitForSelectorState.Visible });
        await Screenshot(page, $"serve-{name}");

        await page.ClickAsync("#camera");
        Assert.Equal("false", await page.GetAttributeAsync("#camera", "aria-pressed"));
        Assert.True(await page.Locator("#overlay").IsHiddenAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('video').srcObject === null"));
        RequireClean();
    }

    [Fact]
    public async Task Should_Be_Usable_By_Keyboard()
    {
        var page = await Open(1280, 900, ColorScheme.Light);
        var reached = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent"));
            Assert.NotEqual("0px", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineWidth"));
        }

        Assert.Equal(["theme", "choose", "camera", "the API"], reached);
        await page.FocusAsync("#camera");
        await page.Keyboard.PressAsync("Space");
        await page.WaitForSelectorAsync("#faces .face");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("false", await page.GetAttributeAsync("#camera", "aria-pressed"));
        await page.FocusAsync("#theme");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("dark", await page.GetAttributeAsync("html", "data-theme"));
    }

    [Fact]
    public async Task Should_Name_Everything_For_Screen_Readers()
    {
        var page = await Open(1280, 900, ColorScheme.Light);
        await page.SetInputFilesAsync("#file", [Upload("two.png", TestPictures.Sheet(2))]);
        await page.WaitForSelectorAsync("#faces .face");

        Assert.Equal(1, await page.GetByRole(AriaRole.Main).CountAsync());
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(2, await page.GetByRole(AriaRole.Table, new() { NameRegex = new Regex("^Probabilities of face") }).CountAsync());
        Assert.Equal(14, await page.GetByRole(AriaRole.Rowheader).CountAsync());
        Assert.Matches("^two.png: 2 faces: ", await page.GetByRole(AriaRole.Status).TextContentAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^two.png: 2 faces") }).CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('button, input:not([hidden]), a')].every(it => it.textContent.trim() || it.labels?.length || it.querySelector('img[alt]'))"));
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Should_Have_Enough_Contrast(ColorScheme scheme)
    {
        var page = await Open(1280, 900, scheme);
        foreach (var (text, ground, least) in new[]
        {
            ("--text", "--background", 7.0), ("--muted", "--background", 4.5), ("--muted", "--surface", 4.5), ("--error", "--error-surface", 4.5),
            ("--on-button", "--button", 4.5), ("--focus", "--background", 4.5), ("--angry", "--background", 3), ("--disgust", "--background", 3),
            ("--fear", "--background", 3), ("--happy", "--background", 3), ("--sad", "--background", 3), ("--surprise", "--background", 3),
            ("--neutral", "--background", 3),
        })
        {
            var ratio = (Luminance(await Colour(text)) + 0.05) / (Luminance(await Colour(ground)) + 0.05);
            Assert.True(Math.Max(ratio, 1 / ratio) >= least, $"{text} on {ground}: {Math.Max(ratio, 1 / ratio):0.00}; at least {least}");
        }

        Task<string> Colour(string name) => page.EvaluateAsync<string>("name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()", name);
    }

    [Fact]
    public async Task Should_Say_What_Is_Wrong_With_A_File()
    {
        var page = await Open(1280, 900, ColorScheme.Light);

        await page.SetInputFilesAsync("#file", [Upload("cut.png", TestPictures.Face(0)[..300])]);
        await page.WaitForSelectorAsync("#error:not([hidden])");

        Assert.StartsWith("cut.png: ", await page.TextContentAsync("#error"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#faces .face").CountAsync());
    }

    [Fact]
    public async Task Should_Take_What_Is_Dropped_And_Pasted()
    {
        var page = await Open(1280, 900, ColorScheme.Light);
        foreach (var (kind, build) in new[] { ("drop", "new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })"), ("paste", "new ClipboardEvent('paste', { clipboardData: data, bubbles: true })") })
        {
            await page.EvaluateAsync(
                $$"""
                ([base64, name]) => {
                  const data = new DataTransfer();
                  data.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name, { type: 'image/png' }));
                  document.body.dispatchEvent({{build}});
                }
                """,
                new[] { Convert.ToBase64String(TestPictures.Sheet(1)), $"{kind}.png" });
            await page.WaitForFunctionAsync("name => document.getElementById('status').textContent.startsWith(name)", $"{kind}.png: one face");
        }
    }

    [Fact]
    public async Task Should_Ask_For_The_Key_Where_The_Server_Does()
    {
        await using var locked = await RunningServer.Start(new() { ApiKey = "open-sesame" });
        var page = await Open(1280, 900, ColorScheme.Light, locked.Server.Address);
        await page.WaitForSelectorAsync("#key-form:not([hidden])");

        await page.FillAsync("#key", "not-the-key");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#error:not([hidden])");
        await page.FillAsync("#key", "open-sesame");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#key-form", new() { State = WaitForSelectorState.Hidden });

        await page.SetInputFilesAsync("#file", [Upload("one.png", TestPictures.Sheet(1))]);
        await page.WaitForSelectorAsync("#faces .face");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _running.DisposeAsync();
        File.Delete(Film);
    }

    private async Task<IPage> Open(int width, int height, ColorScheme scheme, Uri? address = null)
    {
        address ??= _running.Server.Address;
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, DeviceScaleFactor = width < 500 ? 2 : 1, HasTouch = width < 500 });
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _outside.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        await page.GotoAsync(address.ToString());
        await page.WaitForFunctionAsync("() => !/Asking/.test(document.getElementById('model').textContent)");
        return page;
    }

    private void RequireClean()
    {
        Assert.Empty(_outside);
        Assert.Empty(_complaints);
    }

    // The overlay lies over the picture, and the boxes where the server said.
    private static async Task RequireBoxesInPicture(IPage page)
    {
        var picture = (await page.Locator("#picture").BoundingBoxAsync())!;
        var overlay = (await page.Locator("#overlay").BoundingBoxAsync())!;
        Assert.Equal(picture.X, overlay.X, 1f);
        Assert.Equal(picture.Y, overlay.Y, 1f);
        Assert.Equal(picture.Width, overlay.Width, 1f);
        Assert.Equal(picture.Height, overlay.Height, 1f);
        var scale = await page.EvaluateAsync<double>("() => document.getElementById('picture').clientWidth / state.shown.reading.width");
        var x = await page.EvaluateAsync<double>("() => state.shown.reading.faces[0].box.x");
        var drawn = double.Parse((await page.Locator("#overlay .box").First.GetAttributeAsync("x"))!, CultureInfo.InvariantCulture);
        Assert.Equal(x * scale, drawn, 0.5);
    }

    private static async Task RequireNothingBeside(IPage page, int width) =>
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, "the page must not scroll sideways");

    private static async Task Screenshot(IPage page, string name)
    {
        Directory.CreateDirectory(Repository.File("artifacts"));
        await page.ScreenshotAsync(new() { Path = Repository.File($"artifacts/{name}.png"), FullPage = true });
    }

    private static FilePayload Upload(string name, byte[] content) => new() { Name = name, MimeType = "image/png", Buffer = content };

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
