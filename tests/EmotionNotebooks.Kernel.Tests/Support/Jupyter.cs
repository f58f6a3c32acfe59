using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EmotionNotebooks.Kernel.Tests.Support;

/// <summary>The machine's Jupyter, told of the kernel that was built beside these tests.</summary>
internal sealed class Jupyter : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder _folder = new();

    public Jupyter()
    {
        var kernel = Path.Combine(Directory.CreateDirectory(_folder.File("kernels/.net-csharp")).FullName, "kernel.json");
        File.WriteAllText(kernel, JsonSerializer.Serialize(new
        {
            argv = new[] { "dotnet", Path.Combine(AppContext.BaseDirectory, "emotion-kernel.dll"), "{connection_file}" },
            display_name = "C#",
            language = "C#",
            interrupt_mode = "message",
        }));
    }

    /// <summary>Its Python; the test is skipped where that lacks a module.</summary>
    public static string PythonWith(string module, string group)
    {
        var python = Environment.GetEnvironmentVariable("EMOTION_PYTHON") is { Length: > 0 } named ? named : "/usr/bin/python3";
        Assert.SkipUnless(
            File.Exists(python) && Start(python, ["-c", $"import {module}"]) is { } process && End(process, out _) == 0,
            $"{python} has no {module} (./emotion setup {group})");
        return python;
    }

    public string PathOf(string name) => _folder.File(name);

    /// <summary>Runs a program of it.</summary>
    public (int Code, string Output) Run(string program, params string[] arguments)
    {
        var process = Start(program, arguments, _folder.Path);
        return (End(process, out var output), output);
    }

    public void Dispose() => _folder.Dispose();

    private static Process Start(string program, string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (folder is not null)
        {
            start.WorkingDirectory = folder;
            start.Environment["JUPYTER_PATH"] = folder;
            start.Environment["XDG_DATA_HOME"] = folder;
            start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "runtime");
        }

        return Process.Start(start)!;
    }

    private static int End(Process process, out string output)
    {
        using (process)
        {
            var text = new StringBuilder();
            process.OutputDataReceived += (_, line) => Add(line.Data);
            process.ErrorDataReceived += (_, line) => Add(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"{process.StartInfo.FileName} ran past {Limit}:\n{text}");
            }

            process.WaitForExit(); // the readers' end
            output = text.ToString();
            return process.ExitCode;

            void Add(string? line)
            {
                lock (text)
                {
                    text.AppendLine(line);
                }
            }
        }
    }
}
