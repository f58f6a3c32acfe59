using System.ComponentModel;
using System.Diagnostics;

namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>
/// Jupyter with this build's kernel, and nothing installed for the user: a folder with the kernelspec, which Jupyter is told of
/// by <c>JUPYTER_PATH</c>, before whatever else is there.
/// </summary>
internal sealed class PrivateJupyter : IDisposable
{
    /// <summary>The kernel's name, which notebooks for .NET Interactive ask for as well.</summary>
    public const string Kernel = ".net-csharp";

    private readonly TemporaryFolder _folder = new();

    public PrivateJupyter() =>
        AtomicFile.WriteText(Path.Combine(_folder.Path, "kernels", Kernel, "kernel.json"), KernelProgram.Specification(KernelProgram.Folder));

    /// <summary>A Python that has the modules; null where there is none.</summary>
    /// <param name="modules">Names of modules, such as nbclient.</param>
    public static string? Python(params string[] modules) =>
        new[] { Environment.GetEnvironmentVariable("EMOTION_PYTHON"), "/usr/bin/python3", "python3", "python" }
            .FirstOrDefault(it => !string.IsNullOrEmpty(it) && Has(it, modules));

    /// <summary>How to start a program of Jupyter's with the kernel.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        var before = Environment.GetEnvironmentVariable("JUPYTER_PATH");
        start.Environment["JUPYTER_PATH"] = string.IsNullOrEmpty(before) ? _folder.Path : $"{_folder.Path}{Path.PathSeparator}{before}";
        return start;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static bool Has(string python, string[] modules)
    {
        try
        {
            var start = new ProcessStartInfo(python, ["-c", $"import {string.Join(", ", modules)}"]) { RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
