using System.Diagnostics;
using System.Globalization;

namespace EmotionNotebooks.Plots;

/// <summary>A Chromium browser (Chromium, Chrome, Edge) that runs without a window.</summary>
public static class HeadlessBrowser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    // Time as the page sees it: its timers run ahead to this point, then the browser is done.
    private const int VirtualMilliseconds = 10_000;

    /// <summary>
    /// The browser of this machine: the path in the environment variable CHROMIUM; or the first of chromium, chromium-browser,
    /// google-chrome, chrome, msedge and their like on the PATH; or one in its usual place on Windows or macOS.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is none; the message names the command to run.</exception>
    public static string Find() =>
        Find(Environment.GetEnvironmentVariable("CHROMIUM"), Environment.GetEnvironmentVariable("PATH"), UsualPlaces());

    /// <summary>The page as it is after its scripts have run, as HTML.</summary>
    /// <param name="pagePath">Path of the HTML file.</param>
    /// <param name="options">Time limit and browser; null for the defaults.</param>
    /// <exception cref="FileNotFoundException">The page or a browser is not there; for a browser the message names the command to run.</exception>
    /// <exception cref="TimeoutException">The browser took longer than the limit.</exception>
    /// <exception cref="IOException">The browser failed.</exception>
    public static string DumpDom(string pagePath, StaticImageOptions? options = null) =>
        Run(pagePath, options ?? new(), ["--dump-dom"]);

    internal static void Screenshot(string pagePath, string pngPath, int width, int height, StaticImageOptions options)
    {
        Run(
            pagePath,
            options,
            [
                $"--screenshot={pngPath}",
                $"--window-size={width},{height}",
                string.Create(CultureInfo.InvariantCulture, $"--force-device-scale-factor={options.Scale}"),
                "--hide-scrollbars",
            ]);
        if (!File.Exists(pngPath))
            throw new IOException($"The browser wrote no picture of {pagePath}.");
    }

    internal static string Find(string? configured, string? searchPath, IEnumerable<string> usualPlaces)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            return File.Exists(configured)
                ? configured
                : throw new FileNotFoundException($"CHROMIUM names '{configured}', which is not there; run ./emotion setup browser", configured);
        }

        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        var onPath = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + extension)));
        return onPath.Concat(usualPlaces).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("There is no Chromium browser on this machine; run ./emotion setup browser");
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
        {
            yield return "/Applications/Chromium.app/Contents/MacOS/Chromium";
            yield return "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
            yield return "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
        }

        if (OperatingSystem.IsWindows())
        {
            foreach (var variable in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" })
            {
                var folder = Environment.GetEnvironmentVariable(variable);
                if (string.IsNullOrEmpty(folder))
                    continue;
                yield return Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe");
                yield return Path.Combine(folder, "Chromium", "Application", "chrome.exe");
                yield return Path.Combine(folder, "Microsoft", "Edge", "Application", "msedge.exe");
            }
        }
    }

    private static string Run(string pagePath, StaticImageOptions options, IEnumerable<string> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(pagePath);
        var page = Path.GetFullPath(pagePath);
        if (!File.Exists(page))
            throw new FileNotFoundException($"There is no page {page}.", page);

        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(options.Browser ?? Find())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in CommonArguments(folder.Path).Concat(arguments))
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        // Whatever the browser keeps outside its profile goes with the folder too.
        start.Environment["XDG_CONFIG_HOME"] = folder.Path;
        start.Environment["XDG_CACHE_HOME"] = folder.Path;

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(options.TimeLimit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new TimeoutException($"{start.FileName} took more than {options.TimeLimit.TotalSeconds:0.#} s and was ended.");
        }

        // A helper that outlives the browser could hold the pipes open.
        if (!Task.WaitAll([output, errors], TimeSpan.FromSeconds(10)))
            throw new IOException($"{start.FileName} ended but its output did not.");
        if (process.ExitCode != 0)
            throw new IOException($"{start.FileName} failed with exit code {process.ExitCode}: {LastLine(errors.Result)}");
        return output.Result;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"{start.FileName} does not start: {e.Message}", e);
        }
    }

    private static IEnumerable<string> CommonArguments(string profile)
    {
        yield return "--headless";
        // Chromium's sandbox refuses to run as root, which is what one is in containers.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            yield return "--no-sandbox";
        yield return $"--user-data-dir={profile}";
        yield return $"--virtual-time-budget={VirtualMilliseconds}";
        yield return "--disable-gpu";
        yield return "--disable-dev-shm-usage";
        yield return "--disable-extensions";
        yield return "--no-first-run";
        yield return "--no-default-browser-check";
        // Nothing on the network: neither the browser's own errands nor the page's.
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-sync";
        yield return "--disable-quic";
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no message";
}
