using System.Diagnostics;
using System.Text;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>Runs programs as a user would and keeps what they said.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>The repository's root, found from the test's own folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Runs the command line that was built beside these tests.</summary>
    public static Result Emotion(string folder, params string[] arguments) => Emotion(folder, [], arguments);

    /// <summary>The same with environment variables.</summary>
    public static Result Emotion(string folder, (string Name, string Value)[] environment, params string[] arguments) =>
        Run(folder, environment, "dotnet", [Path.Combine(AppContext.BaseDirectory, "emotion.dll"), .. arguments]);

    public static Result Run(string folder, (string Name, string Value)[] environment, string program, params string[] arguments)
    {
        using var process = Start(folder, environment, program, arguments);
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} ran past {Limit}:\n{output}\n{error}");
        }

        process.WaitForExit(); // the readers' end
        return new Result(process.ExitCode, output.ToString().TrimEnd(), error.ToString().TrimEnd());
    }

    public static Process Start(string folder, (string Name, string Value)[] environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmotionNotebooks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no EmotionNotebooks.sln above {AppContext.BaseDirectory}");
    }

    /// <summary>What a program said and how it ended.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error);
}
