using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Tests.Support;

namespace EmotionNotebooks.Kernel.Tests.Execution;

public sealed class DirectiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Notebook _notebook;

    public DirectiveTests()
    {
        // The process's current folder must outlive the test's.
        var before = Environment.CurrentDirectory;
        _notebook = new Notebook(new InterpreterOptions { WorkingFolder = _folder.Path, CacheFolder = Path.Combine(_folder.Path, "cache"), Stack = "system" });
        Environment.CurrentDirectory = before;
    }

    [Fact]
    public async Task Should_UseALibraryAndItsNeighbours_When_ItIsReferenced()
    {
        var neighbour = Library.Build(Path.Combine(_folder.Path, "bin", "Near.dll"), "public class Near { public int Value => 40; }");
        Library.Build(Path.Combine(_folder.Path, "bin", "Far.dll"), "public class Far { public static int Sum(Near it) => it.Value + 2; }", neighbour);
        Assert.Equal("42", await _notebook.ValueAsync("#r \"bin/Far.dll\"\nFar.Sum(new Near())"));
        Assert.Equal("42", await _notebook.ValueAsync("#r \"bin/Far.dll\"\n#r \"bin/Near.dll\"\nFar.Sum(new Near())"));
    }

    [Fact]
    public async Task Should_AskForARestart_When_ALibraryWasBuiltAnew()
    {
        var path = Library.Build(Path.Combine(_folder.Path, "Lib.dll"), "public class Lib { public static int Value => 1; }");
        Assert.Equal("1", await _notebook.ValueAsync("#r \"Lib.dll\"\nLib.Value"));
        Library.Build(path, "public class Lib { public static int Value => 2; }");
        var error = await _notebook.ErrorAsync("#r \"Lib.dll\"\nLib.Value");
        Assert.Equal("DirectiveError", error.Name);
        Assert.Contains("restart the kernel", error.Message);
        Assert.Equal("1", await _notebook.ValueAsync("Lib.Value"));
    }

    [Theory]
    [InlineData("#r \"missing.dll\"", "missing.dll: no such file")]
    [InlineData("#r \"text.dll\"", "this is no .NET library")]
    [InlineData("#load \"missing.csx\"", "missing.csx: no such file")]
    [InlineData("#!import missing.ipynb", "missing.ipynb: no such file")]
    [InlineData("#r \"project: missing.csproj\"", "missing.csproj: no such file")]
    [InlineData("#i \"https://example.org\"", "expected #i \"nuget: URL or folder\"")]
    [InlineData("#r \"nuget: Microsoft.DotNet.Interactive.SqlServer, *-*\"", "extends the kernel of .NET Interactive")]
    [InlineData("#!fsharp\nlet x = 1", "#!fsharp is not supported by this kernel; there are: #!about")]
    [InlineData("#!pwsh\nls", "#!pwsh is not supported")]
    [InlineData("#!set --value 1 --name x", "#!set is not supported")]
    [InlineData("#!connect mssql", "#!connect is not supported")]
    [InlineData("#!value --name x", "#!value is not supported")]
    public async Task Should_SayWhy_When_ADirectiveCannotBeFollowed(string code, string reason)
    {
        Write("text.dll", "no library");
        var error = await _notebook.ErrorAsync(code);
        Assert.Equal("DirectiveError", error.Name);
        Assert.Contains(reason, error.Message);
    }

    [Theory]
    [InlineData("#!html\n<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("#!markdown\n# x", "text/markdown", "# x")]
    [InlineData("#!javascript\nlet x = 1;", "text/html", "<script type=\"text/javascript\">let x = 1;</script>")]
    [InlineData("#!js\nlet x = 1;", "text/html", "<script type=\"text/javascript\">let x = 1;</script>")]
    [InlineData("#!mermaid\ngraph TD", "text/vnd.mermaid", "graph TD")]
    public async Task Should_ShowAnotherLanguage_When_ACellIsWrittenInIt(string code, string mimeType, string content)
    {
        Assert.Null(await _notebook.ValueAsync(code));
        var shown = Assert.Single(_notebook.FrontEnd.Shown);
        Assert.Equal(content, shown.Data[mimeType]);
        Assert.Contains("text/plain", shown.Data.Keys);
    }

    [Fact]
    public async Task Should_RunEachPart_When_ACellHasSeveral()
    {
        Assert.Equal("3", await _notebook.ValueAsync("var a = 1;\n#!html\n<i>#r between</i>\n#!csharp\na + 2"));
        Assert.Equal("<i>#r between</i>", Assert.Single(_notebook.FrontEnd.Shown).Data["text/html"]);
    }

    [Fact]
    public async Task Should_RunScriptsAndNotebooks_When_TheyAreLoaded()
    {
        Write("sub/inner.csx", "var inner = 1;");
        Write("sub/script.csx", "#!/usr/bin/env dotnet-script\n#load \"inner.csx\"\nvar loaded = inner + 1;");
        Write("note.ipynb", """{"cells":[{"cell_type":"markdown","metadata":{},"source":["# no"]},{"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":["var fromNotebook = 3;"]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        Write("old.dib", "#!meta\n\n{}\n\n#!markdown\n\ntext\n\n#!csharp\n\nvar fromDib = 4;\n");
        Write("plain.cs", "class FromCode { public int Value => 5; }");
        Assert.Equal("2 3 4 5", await _notebook.ValueAsync(
            "#load \"sub/script.csx\"\n#!import note.ipynb\n#!import old.dib\n#!import \"plain.cs\"\n$\"{loaded} {fromNotebook} {fromDib} {new FromCode().Value}\""));
    }

    [Fact]
    public async Task Should_NameTheFile_When_ALoadedScriptFails()
    {
        Write("bad.csx", "var fine = 1;\nnope");
        var error = await _notebook.ErrorAsync("#load \"bad.csx\"");
        Assert.Contains($"{Path.Combine(_folder.Path, "bad.csx")}, line 2, column 1: CS0103", error.Message);
    }

    [Fact]
    public async Task Should_TellOfItself_When_AskedByMagics()
    {
        await _notebook.ValueAsync("var number = 42; List<string> words = [\"a\"];");
        await _notebook.ValueAsync("#!who");
        Assert.Equal("number, words", _notebook.FrontEnd.Text.Trim());
        await _notebook.ValueAsync("#!whos");
        Assert.Matches(@"number: int = 42\nwords: List<string> = ", _notebook.FrontEnd.Text);
        await _notebook.ValueAsync("#!about");
        Assert.Contains("Roslyn", _notebook.FrontEnd.Text);
        await _notebook.ValueAsync("#!lsmagic");
        Assert.Contains("#!import", _notebook.FrontEnd.Text);
        await _notebook.ValueAsync("#!time\nawait Task.Delay(20);");
        Assert.Matches(@"Wall time: [\d.]+ms", _notebook.FrontEnd.Text);
    }

    [Fact]
    public async Task Should_TakeThisProjectsSubset_When_TheStackIsSystem()
    {
        var repository = Path.Combine(_folder.Path, "repository");
        var built = Path.Combine(repository, "lib", "EmotionNotebooks.Interactive", "bin", "notebook");
        Library.Build(Path.Combine(built, "EmotionNotebooks.Interactive.dll"), """
            namespace EmotionNotebooks.Interactive;
            public static class NotebookExtension { public static int Loaded; public static void Load() => Loaded++; }
            """);
        Library.Build(Path.Combine(built, "EmotionNotebooks.Compat.TorchSharp.dll"), "public static class torch { public static int one => 1; }");
        Directory.CreateDirectory(Path.Combine(repository, "notebooks"));
        using var notebook = new Notebook(new InterpreterOptions { WorkingFolder = Path.Combine(repository, "notebooks"), Stack = "system", LibraryFolder = null });
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        Assert.Equal("2", await notebook.ValueAsync(
            "#r \"nuget: TorchSharp, 0.106.0\"\n#r \"nuget:Plotly.NET.Interactive\"\nEmotionNotebooks.Interactive.NotebookExtension.Loaded + torch.one"));
        Assert.Contains("TorchSharp: the built-in subset (system stack)", notebook.FrontEnd.Text);
        Assert.Null(await notebook.ValueAsync("#r \"nuget: Microsoft.DotNet.Interactive, 1.0.0-beta.26120.1\""));
        Assert.Contains("part of this kernel", notebook.FrontEnd.Text);
    }

    [Fact]
    public async Task Should_RestoreOnce_When_APackageIsReferenced()
    {
        var feed = Path.Combine(_folder.Path, "feed");
        var id = $"Emotion.Test{Guid.NewGuid():N}";
        Library.Pack(feed, id, "1.2.0", Library.Build(Path.Combine(_folder.Path, "out", id + ".dll"), "namespace Packed; public class Thing { public int Value => 42; }"));

        // No registry but this one: the test needs no network.
        Write("cache/NuGet.Config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Assert.Equal("42", await _notebook.ValueAsync($"#i \"nuget:feed\"\n#r \"nuget: {id}, 1.2.0\"\nnew Packed.Thing().Value"));
        Assert.Contains($"restoring {id} 1.2.0", _notebook.FrontEnd.Text);

        // Without the feed, and without dotnet.
        Directory.Delete(feed, recursive: true);
        using var later = new Notebook(new InterpreterOptions { WorkingFolder = _folder.Path, CacheFolder = Path.Combine(_folder.Path, "cache"), DotnetHost = "no-such-program" });
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        Assert.Equal("42", await later.ValueAsync($"#i \"nuget:feed\"\n#r \"nuget: {id}, 1.2.0\"\nnew Packed.Thing().Value"));

        // The registry's words; and a second time, too, since nothing was restored.
        for (var i = 0; i < 2; i++)
        {
            var error = await _notebook.ErrorAsync($"#r \"nuget: {id}.Missing, 1.0.0\"");
            Assert.Contains($"{id}.Missing 1.0.0 could not be restored", error.Message);
            Assert.Contains(error.Traceback, it => it.Contains("NU1"));
        }
    }

    [Fact]
    public async Task Should_BuildAProject_When_ItIsReferenced()
    {
        Write("lib/Built.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        var source = Write("lib/Built.cs", "public class Built { public int Value => 1; }");
        Assert.Equal("1", await _notebook.ValueAsync("#r \"project: lib/Built.csproj\"\nnew Built().Value"));
        File.WriteAllText(source, "public class Built { public int Value => }");
        var error = await _notebook.ErrorAsync("#r \"project: lib/Built.csproj\"");
        Assert.Contains(error.Traceback, it => it.Contains("error CS1525"));
        File.WriteAllText(source, "public class Built { public int Value => 2; }");
        Assert.Contains("restart the kernel", (await _notebook.ErrorAsync("#r \"project: lib/Built.csproj\"")).Message);
    }

    private string Write(string name, string text)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        _notebook.Dispose();
        _folder.Dispose();
    }
}
