using System.Diagnostics;
using System.Text.Json;

namespace EmotionNotebooks.Cli.Tests;

public sealed class KernelCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Kernels => _folder.File("jupyter/kernels");

    [Fact]
    public void Should_Install_What_Needs_Neither_The_Repository_Nor_Its_Builds()
    {
        Assert.Equal((0, $"installed: {Kernels}/.net-csharp", ""), Run("install"));

        using var specification = JsonDocument.Parse(File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")));
        var root = specification.RootElement;
        Assert.Equal(("C# (EmotionNotebooks)", "C#", "message"), (Text("display_name"), Text("language"), Text("interrupt_mode")));
        var words = root.GetProperty("argv").EnumerateArray().Select(word => word.GetString()!).ToArray();
        Assert.True(File.Exists(words[0]) && Path.IsPathRooted(words[0]), words[0]);
        Assert.StartsWith($"{Kernels}/.net-csharp/", words[1], StringComparison.Ordinal);
        Assert.Equal("{connection_file}", words[2]);

        // It runs from there: without a file to connect to it says so.
        var started = Command.Run(_folder.Path, [], words[0], words[1]);
        Assert.Equal((2, "emotion-kernel: one argument is needed: Jupyter's connection file ('emotion kernel install' makes Jupyter give it)"), (started.ExitCode, started.Error));

        string Text(string name) => root.GetProperty(name).GetString()!;
    }

    [Fact]
    public void Should_Install_Again_Without_A_Trace_Of_The_Old_But_What_Still_Runs()
    {
        Run("install");
        var program = Directory.GetDirectories(Path.Combine(Kernels, ".net-csharp")).Single();
        var (old, running) = (program + "0", program + "1");
        Directory.CreateDirectory(old);
        Directory.CreateDirectory(running);
        using var process = Process.Start("sh", ["-c", "sleep 30; true", running]);

        Run("install");
        process.Kill(entireProcessTree: true);

        Assert.Equal([program, running], Directory.GetDirectories(Path.Combine(Kernels, ".net-csharp")).Order());
        Assert.Equal([Kernels], Directory.GetDirectories(_folder.File("jupyter")));
    }

    [Fact]
    public void Should_Leave_Another_Kernel_Unless_Told_To()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Kernels, ".net-csharp")).FullName, "kernel.json");
        File.WriteAllText(path, """{"argv": ["x"], "display_name": ".NET (C#)", "language": "C#"}""");

        Assert.Equal(
            (2, "", $"emotion: {Kernels}/.net-csharp: another kernel, '.NET (C#)', has this name; --replace removes it, --name installs ours beside it"),
            Run("install"));
        Assert.Equal((2, "", $"emotion: {Kernels}/.net-csharp: another kernel, '.NET (C#)', which is not ours to remove"), Run("uninstall"));

        Assert.Equal(0, Run("install", "--name", "emotion-csharp").Code);
        var listed = Run("list").Output;
        Assert.Contains($".NET (C#): {Kernels}/.net-csharp", listed, StringComparison.Ordinal);
        Assert.Contains($"C# (EmotionNotebooks): {Kernels}/emotion-csharp, this project's", listed, StringComparison.Ordinal);

        Assert.Equal(0, Run("install", "--replace").Code);
        Assert.Contains("EmotionNotebooks", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Install_Under_A_Prefix_And_Remove_It()
    {
        var kernels = _folder.File("env/share/jupyter/kernels");
        var installed = Run("install", "--prefix", _folder.File("env"), "--display-name", "C# here");
        Assert.Equal(
            $"installed: {kernels}/.net-csharp\nnote: a Jupyter outside {_folder.File("env")} finds it with JUPYTER_PATH={_folder.File("env/share/jupyter")}",
            installed.Output.ReplaceLineEndings("\n"));
        Assert.Contains("\"C# here\"", File.ReadAllText(Path.Combine(kernels, ".net-csharp", "kernel.json")), StringComparison.Ordinal);

        Assert.Equal((0, $"removed: {kernels}/.net-csharp", ""), Run("uninstall", "--prefix", _folder.File("env")));
        Assert.Empty(Directory.GetFileSystemEntries(kernels));
        Assert.Equal(2, Run("uninstall", "--prefix", _folder.File("env")).Code);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("")]
    public void Should_Say_What_A_Name_May_Be(string name) =>
        Assert.Equal((2, "", $"emotion: --name is '{name}'; it must be of letters, digits, '.', '_' and '-'"), Run("install", "--name", name));

    [Fact]
    public void Should_Pass_On_How_The_Kernel_Ended()
    {
        var (code, _, error) = Run("run", _folder.File("nowhere.json"));

        Assert.Equal(2, code);
        Assert.Contains(_folder.File("nowhere.json"), error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var result = Command.Emotion(_folder.Path, [("JUPYTER_DATA_DIR", _folder.File("jupyter")), ("JUPYTER_PATH", "")], ["kernel", .. arguments]);
        return (result.ExitCode, result.Output, result.Error);
    }
}
