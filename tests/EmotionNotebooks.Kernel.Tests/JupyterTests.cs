using System.Text.Json;
using EmotionNotebooks.Kernel.Tests.Support;

namespace EmotionNotebooks.Kernel.Tests;

/// <summary>The kernel under the programs that people use it with.</summary>
[Trait("Needs", "Jupyter")]
public sealed class JupyterTests : IDisposable
{
    private readonly Jupyter _jupyter = new();

    [Fact]
    public void Should_Pass_Jupyters_Own_Tests()
    {
        TestKernel.RequireLibrary();
        var python = Jupyter.PythonWith("jupyter_kernel_test", "kernel-test");

        var (code, output) = _jupyter.Run(python, Path.Combine(AppContext.BaseDirectory, "fixtures", "kernel", "kernel_tests.py"));

        Assert.True(code == 0, output);
        TestContext.Current.TestOutputHelper!.WriteLine(output);
    }

    [Fact]
    public void Should_Run_A_Notebook_Without_A_Window()
    {
        TestKernel.RequireLibrary();
        var python = Jupyter.PythonWith("nbconvert", "jupyter");
        var path = _jupyter.PathOf("notebook.ipynb");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            nbformat = 4,
            nbformat_minor = 5,
            metadata = new { kernelspec = new { name = ".net-csharp", display_name = "C#", language = "C#" } },
            cells = new[]
            {
                Cell("a", "var greeting = \"hello\";"),
                Cell("b", "await Task.Yield();\nConsole.WriteLine(greeting);\ngreeting.Length * 1000"),
            },
        }));

        var (code, output) = _jupyter.Run(python, "-m", "nbconvert", "--execute", "--to", "html", "--stdout", path);

        Assert.True(code == 0, output);
        Assert.Contains("<pre>hello\n</pre>", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("5000", output, StringComparison.Ordinal);

        static object Cell(string id, string source) =>
            new { id, cell_type = "code", source, metadata = new { }, outputs = Array.Empty<object>(), execution_count = (int?)null };
    }

    public void Dispose() => _jupyter.Dispose();
}
