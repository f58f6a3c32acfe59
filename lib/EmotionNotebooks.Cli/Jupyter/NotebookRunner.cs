using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmotionNotebooks.Cli.Jupyter;

/// <summary>Runs notebooks with nbclient, Jupyter's own, and passes on what it says (run.py).</summary>
internal static class NotebookRunner
{
    private static readonly JsonSerializerOptions Lower = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Runs notebooks one after the other.</summary>
    /// <param name="jobs">The notebooks.</param>
    /// <param name="secondsPerCell">How long a cell may take; null for as long as it likes.</param>
    /// <param name="environment">Variables for their code.</param>
    /// <param name="display">Shows how it goes.</param>
    /// <returns>0, or 1 where one failed, or 130 where it was interrupted.</returns>
    /// <exception cref="FileNotFoundException">There is no Python with nbclient and nbconvert.</exception>
    public static int Run(IReadOnlyList<NotebookJob> jobs, int? secondsPerCell, IReadOnlyDictionary<string, string> environment, NotebookDisplay display)
    {
        var python = PrivateJupyter.Python("nbclient", "nbconvert", "jupyter_client")
            ?? throw new FileNotFoundException("there is no Python with nbclient and nbconvert; run ./emotion setup jupyter, or name one in EMOTION_PYTHON");
        using var jupyter = new PrivateJupyter();
        using var script = typeof(NotebookRunner).Assembly.GetManifestResourceStream("run.py")!;
        var start = jupyter.Start(python, ["-c", new StreamReader(script).ReadToEnd()]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return ChildProcess.Run(start, process =>
        {
            process.StandardInput.Write(JsonSerializer.Serialize(new { Kernel = PrivateJupyter.Kernel, Timeout = secondsPerCell, Notebooks = jobs }, Lower));
            process.StandardInput.Close();
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith('{') && JsonNode.Parse(line) is JsonObject happened)
                {
                    display.Show(happened);
                }
            }
        });
    }
}
