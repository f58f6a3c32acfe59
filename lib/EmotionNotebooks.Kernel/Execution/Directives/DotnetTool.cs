using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary>Runs the .NET SDK.</summary>
internal static class DotnetTool
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="options">Which <c>dotnet</c>, and how long it may take.</param>
    /// <param name="folder">Where.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <param name="arguments">The command.</param>
    /// <returns>Whether it went well, and what it said.</returns>
    /// <exception cref="DirectiveException">There is no SDK, or it took too long.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static (bool Succeeded, string Output) Run(InterpreterOptions options, string folder, CancellationToken interrupted, params string[] arguments)
    {
        var start = new ProcessStartInfo(options.DotnetHost, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // a node that stays behind would keep hold of the output
        // The kernel's own settings are no business of a build's.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        var output = new StringBuilder();
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new DirectiveException($"{options.DotnetHost} can't be started ({e.Message}); packages and projects need the .NET 10 SDK");
        }

        using (process)
        {
            process.StandardInput.Close();
            process.OutputDataReceived += Keep;
            process.ErrorDataReceived += Keep;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
                limit.CancelAfter(options.ToolTimeout);
                process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                interrupted.ThrowIfCancellationRequested();
                throw new DirectiveException($"dotnet {arguments[0]} took longer than {options.ToolTimeout.TotalSeconds:0} seconds and was stopped");
            }

            lock (output)
            {
                return (process.ExitCode == 0, output.ToString());
            }
        }

        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }
    }

    /// <summary>The lines of an output that say what went wrong, without the places that stand before and behind each.</summary>
    public static string Errors(string output)
    {
        var errors = output.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) && !line.TrimStart().StartsWith("0 Error", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Select(line => line.EndsWith(']') && line.LastIndexOf(" [", StringComparison.Ordinal) is var project and > 0 ? line[..project] : line)
            .Select(line => line.IndexOf("error ", StringComparison.Ordinal) is var at and >= 0 && line[(at + 6)..].StartsWith("NU", StringComparison.Ordinal) ? line[(at + 6)..] : line)
            .Distinct()
            .Take(8)
            .ToArray();
        return errors.Length > 0 ? string.Join("\n", errors) : output.Trim();
    }
}
