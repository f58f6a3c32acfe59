namespace EmotionNotebooks.Cli.Tests;

/// <summary>The launcher in a folder of its own, with a PATH of our making.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LauncherTests() => File.Copy(Path.Combine(Command.Root, "emotion"), _folder.File("emotion"));

    [Fact]
    public void Should_Refuse_A_Stack_That_Does_Not_Exist()
    {
        var result = Launch([], "--stack", "cloud", "train");

        Assert.Equal((2, "emotion: --stack is 'cloud'; it must be system or nuget"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Should_Refuse_A_Group_That_Does_Not_Exist()
    {
        var result = Launch([], "setup", "everything");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("unknown set-up group 'everything'; there are: dotnet torch vision opencv plots parquet browser kernel jupyter lab python kernel-test bench all", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Keep_The_Stack_Where_MSBuild_Reads_It()
    {
        Launch([], "--stack", "nuget", "setup", "dotnet");

        Assert.Contains(">nuget</Stack>", File.ReadAllText(_folder.File(".emotion/stack.props")), StringComparison.Ordinal);
        Assert.Contains("nuget stack", Launch([], "setup", "dotnet").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Refuse_A_Libtorch_That_Is_None()
    {
        var result = Launch([("LIBTORCH", _folder.Path)], "setup", "torch");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("has no include/ folder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Say_So_When_There_Is_No_Sdk_And_Microsoft_Cannot_Be_Reached()
    {
        FakeProgram("curl", "exit 6");

        var result = Launch([("PATH", WithoutDotnet())], "--help");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("https://dot.net can't be reached", result.Error, StringComparison.Ordinal);
        Assert.Contains("environment.md", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Install_The_Sdk_With_Microsofts_Script_When_There_Is_None()
    {
        // A stand-in for the script, which lays down what the real one does.
        FakeProgram("curl", """
            while [ "$1" != -o ]; do shift; done
            cat >"$2" <<'S'
            while [ "$1" != --install-dir ]; do shift; done
            mkdir -p "$2/sdk/10.0.100"
            printf '#!/bin/sh\nexit 0\n' >"$2/dotnet"
            chmod +x "$2/dotnet"
            S
            """);

        var result = Launch([("PATH", WithoutDotnet())], "setup", "dotnet");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("installing the .NET 10 SDK into .emotion/dotnet with Microsoft's install script", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File(".emotion/dotnet/dotnet")));
    }

    [Fact]
    public void Should_Fetch_Nothing_When_It_Is_Told_To_Stay_Offline()
    {
        FakeProgram("curl", "touch fetched");

        var result = Launch([("PATH", WithoutDotnet()), ("EMOTION_OFFLINE", "1")], "--help");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("EMOTION_OFFLINE=1, and there is no .NET 10 SDK", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("fetched")));
    }

    [Fact]
    public void Should_Not_Use_A_DuckDB_That_Is_Not_The_One_It_Knows()
    {
        FakeProgram("npm", "echo other >duckdb.tgz");

        var result = Launch([("PATH", FakesFirst())], "--stack", "system", "setup", "parquet");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("is not what it was when it was chosen, and is not used: its SHA-256 is", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File(".emotion/native/libduckdb.so")));
    }

    [Theory]
    [InlineData("train", "--data", "faces.parquet")]
    [InlineData("train", "--data=faces.parquet")]
    [InlineData("train", "--data", "shards")]
    [InlineData("data", "info", "--data", "renamed")]
    [InlineData("data", "convert", "faces.csv", "--to", "parquet")]
    [InlineData("setup", "parquet")]
    public void Should_Set_Up_DuckDB_When_Parquet_Is_Meant(params string[] arguments)
    {
        Assert.Contains("EMOTION_OFFLINE=1, and DuckDB is missing", WithParquetFiles(arguments).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "--data", "faces.csv")]
    [InlineData("data", "info")]
    public void Should_Leave_DuckDB_Alone_When_No_Parquet_Is_Meant(params string[] arguments)
    {
        Assert.DoesNotContain("DuckDB", WithParquetFiles(arguments).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_Set_Up_The_Engine_For_A_Preview_When_It_Is_Augmented(bool augmented)
    {
        Assert.SkipUnless(Stack.IsSystem, "only the system stack builds native code (Needs=SystemStack)");
        // The decoders are there as far as the launcher can see; there is no engine to build, nor a command line.
        Directory.CreateDirectory(_folder.File(".emotion/native"));
        File.WriteAllText(_folder.File(".emotion/native/vision.stamp"), "codecs\n");

        var result = Launch([("EMOTION_OFFLINE", "1")], ["data", "preview", .. augmented ? new[] { "--augment", "all" } : []]);

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(augmented, result.Error.Contains("torch", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("evaluate", false)]
    [InlineData("explain", true)]
    public void Should_Set_Up_Decoders_Beside_The_Engine_When_Pictures_Are_Made(string command, bool decoders)
    {
        Assert.SkipUnless(Stack.IsSystem, "only the system stack builds native code (Needs=SystemStack)");

        WithParquetFiles([command, "w.safetensors"]);

        Assert.True(File.Exists(_folder.File(".emotion/native/libemotion_torch.so")));
        Assert.Equal(decoders, File.Exists(_folder.File(".emotion/native/libemotion_vision.so")));
    }

    public void Dispose() => _folder.Dispose();

    // Offline, with stand-ins for what would be built before DuckDB's turn.
    private Command.Result WithParquetFiles(string[] arguments)
    {
        Directory.CreateDirectory(_folder.File("shards"));
        File.WriteAllText(_folder.File("shards/train-00000-of-00001.parquet"), "");
        File.WriteAllText(_folder.File("renamed"), "PAR1");
        File.WriteAllText(_folder.File("faces.csv"), "emotion,pixels,Usage");
        var plotly = Directory.CreateDirectory(_folder.File(".emotion/npm/node_modules/plotly.js-dist-min")).FullName;
        File.WriteAllText(Path.Combine(plotly, "plotly.min.js"), "");
        File.WriteAllText(Path.Combine(plotly, "package.json"), "\"version\": \"2.27.1\"");
        FakeProgram("cmake", """
            for last; do :; done
            [[ $1 != --install ]] || { mkdir -p "$last/install" && touch "$last/install/libemotion_$(basename "$last").so"; }
            """);
        FakeProgram("dotnet", "exit 1");
        Directory.CreateDirectory(_folder.File("fake/sdk/10.0.100"));
        return Launch([("PATH", FakesFirst()), ("EMOTION_OFFLINE", "1")], ["--stack", "system", .. arguments]);
    }

    private string FakesFirst() => $"{_folder.File("fake")}:{Environment.GetEnvironmentVariable("PATH")}";

    private Command.Result Launch((string, string)[] environment, params string[] arguments) =>
        Command.Run(_folder.Path, [("DOTNET_ROOT", ""), .. environment], "bash", [_folder.File("emotion"), .. arguments]);

    private void FakeProgram(string name, string script)
    {
        Directory.CreateDirectory(_folder.File("fake"));
        var path = _folder.File($"fake/{name}");
        File.WriteAllText(path, $"#!/bin/bash\n{script}\n");
        Assert.Equal(0, Command.Run(_folder.Path, [], "chmod", "+x", path).ExitCode);
    }

    /// <summary>A PATH with the tools that the launcher uses, our fakes first, and no dotnet.</summary>
    private string WithoutDotnet()
    {
        var tools = _folder.File("tools");
        Directory.CreateDirectory(tools);
        string[] names =
        [
            "bash", "sh", "cat", "cp", "mv", "rm", "mkdir", "chmod", "dirname", "readlink", "basename", "uname", "sed", "find", "flock",
            "nproc", "printf", "stat", "grep", "tr", "sort", "head", "tail", "touch", "env", "xargs", "node", "npm",
        ];
        foreach (var name in names)
        {
            var real = Environment.GetEnvironmentVariable("PATH")!.Split(':')
                .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
            if (real is not null)
            {
                File.CreateSymbolicLink(Path.Combine(tools, name), real);
            }
        }

        return $"{_folder.File("fake")}:{tools}";
    }
}
