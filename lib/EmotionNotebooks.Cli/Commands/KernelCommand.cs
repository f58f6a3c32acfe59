using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using EmotionNotebooks.Cli.Jupyter;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion kernel</c>.</summary>
internal static partial class KernelCommand
{
    public static Command Create() =>
        new("kernel", "Install the C# kernel for Jupyter and VS Code, remove it, list kernels, or run it.")
        {
            Install(),
            Uninstall(),
            List(),
            RunOne(),
        };

    private static Command Install()
    {
        var (name, prefix) = (Name(), Prefix());
        var display = new Option<string>("--display-name")
        {
            Description = "Name that people see",
            HelpName = "text",
            DefaultValueFactory = _ => KernelProgram.DisplayName,
        };
        var replace = new Option<bool>("--replace") { Description = "Take the place of a kernel of another's that has the name" };
        var command = new Command("install", $"""
            Install the kernel for the user. It is then independent of this folder.

            Its name is {PrivateJupyter.Kernel}, which notebooks written for .NET Interactive ask for.
            """)
        {
            name, prefix, display, replace,
        };
        command.SetAction(parsed =>
        {
            var (kernels, called) = (KernelsOf(parsed.GetValue(prefix)), Checked(parsed.GetValue(name)!));
            if (InstalledKernel.At(kernels, called) is { Version: null } other && !parsed.GetValue(replace))
            {
                throw new ArgumentException(
                    $"{other.Folder}: another kernel, '{other.DisplayName}', has this name; --replace removes it, --name installs ours beside it");
            }

            var folder = new KernelInstaller(kernels, called).Install(parsed.GetValue(display)!);
            Report.Line($"installed: {folder}");
            if (Found().FirstOrDefault(kernel => kernel.Name == called) is { } first && first.Folder != folder)
            {
                Report.Line($"note: Jupyter looks in {first.Folder} first, which holds '{first.DisplayName}'");
            }
            else if (!JupyterFolders.All.Contains(kernels))
            {
                Report.Line($"note: a Jupyter outside {parsed.GetValue(prefix)} finds it with JUPYTER_PATH={Path.GetDirectoryName(kernels)}");
            }

            return 0;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var (name, prefix) = (Name(), Prefix());
        var command = new Command("uninstall", "Remove the installed kernel.") { name, prefix };
        command.SetAction(parsed =>
        {
            var (kernels, called) = (KernelsOf(parsed.GetValue(prefix)), Checked(parsed.GetValue(name)!));
            switch (InstalledKernel.At(kernels, called))
            {
                case null:
                    throw new ArgumentException($"{Path.Combine(kernels, called)}: no kernel is installed there; 'emotion kernel list' shows where they are");
                case { Version: null } other:
                    throw new ArgumentException($"{other.Folder}: another kernel, '{other.DisplayName}', which is not ours to remove");
                case { } ours:
                    new KernelInstaller(kernels, called).Remove();
                    Report.Line($"removed: {ours.Folder}");
                    return 0;
            }
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the kernels that Jupyter finds, the first of a name being the one it takes.");
        command.SetAction(_ =>
        {
            var found = Found().ToList();
            if (found.Count == 0)
            {
                Report.Line($"no kernel is installed; looked in {string.Join(", ", JupyterFolders.All)}");
                return 0;
            }

            var hidden = found.Except(found.DistinctBy(kernel => kernel.Name)).ToHashSet();
            Report.Rows([.. found.Select(kernel =>
            {
                var ours = kernel.Version is { } version ? $", this project's {version}" : "";
                return (kernel.Name, $"{kernel.DisplayName}: {kernel.Folder}{ours}{(hidden.Contains(kernel) ? ", hidden by the one above" : "")}");
            })]);
            return 0;
        });
        return command;
    }

    private static Command RunOne()
    {
        var file = new Argument<string>("file") { Description = "Jupyter's connection file, which says where to listen" };
        var command = new Command("run", "Run the kernel in the foreground.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var start = new ProcessStartInfo(KernelProgram.Dotnet, [Path.Combine(KernelProgram.Folder, KernelProgram.FileName), path]);
            start.Environment["JPY_PARENT_PID"] = $"{Environment.ProcessId}";
            return ChildProcess.Run(start);
        });
        return command;
    }

    private static IEnumerable<InstalledKernel> Found() => JupyterFolders.All.SelectMany(InstalledKernel.In);

    private static Option<string> Name() => new("--name")
    {
        Description = "Name that notebooks ask for",
        HelpName = "name",
        DefaultValueFactory = _ => PrivateJupyter.Kernel,
    };

    private static Option<string?> Prefix() => new("--prefix")
    {
        Description = "Root of a Python or of a system, such as /usr/local, in the place of the user's own folder",
        HelpName = "folder",
    };

    private static string KernelsOf(string? prefix) => prefix is null ? JupyterFolders.OfUser : JupyterFolders.Of(prefix);

    private static string Checked(string name) => NamePattern().IsMatch(name)
        ? name
        : throw new ArgumentException($"--name is '{name}'; it must be of letters, digits, '.', '_' and '-'");

    // What Jupyter takes.
    [GeneratedRegex(@"\A(?!\.{1,2}\z)[A-Za-z0-9._-]+\z")]
    private static partial Regex NamePattern();
}
