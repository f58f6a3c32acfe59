using System.CommandLine;
using EmotionNotebooks.Cli.Jupyter;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion lab</c>.</summary>
internal sealed class LabCommand
{
    private readonly Option<int?> _port = new("--port") { Description = "Port of the page; without it Jupyter's own choice", HelpName = "n" };
    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Print the page's address and open nothing" };
    private readonly Option<string?> _data = new("--data", "-d") { Description = "Faces for the lessons; without it: generated sample faces", HelpName = "path" };
    private readonly Argument<string[]> _more = new("options")
    {
        Description = "Options of Jupyter's own, after --",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create() => new LabCommand().Build();

    private Command Build()
    {
        var command = new Command("lab", "Open the lessons in Jupyter (JupyterLab where there is one, else Jupyter Notebook) with the C# kernel.")
        {
            _port, _noBrowser, _data, _more,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (program, python) = new[] { "jupyterlab", "notebook" }.Select(it => (it, PrivateJupyter.Python(it))).FirstOrDefault(it => it.Item2 is not null);
        if (python is null)
        {
            throw new FileNotFoundException("there is no Jupyter; run ./emotion setup lab, or name a Python that has it in EMOTION_PYTHON");
        }

        List<string> arguments = ["-m", program, Repository.Notebooks];
        if (Environment.UserName == "root")
        {
            arguments.Add("--allow-root");
        }

        if (parsed.GetValue(_port) is { } port)
        {
            arguments.Add($"--port={port}");
        }

        if (parsed.GetValue(_noBrowser))
        {
            arguments.Add("--no-browser");
        }

        arguments.AddRange(parsed.GetValue(_more) ?? []);
        using var jupyter = new PrivateJupyter();
        var start = jupyter.Start(python, arguments);
        if (parsed.GetValue(_data) is { } data)
        {
            start.Environment["EMOTION_DATA"] = Path.GetFullPath(data);
        }

        return ChildProcess.Run(start);
    }
}
