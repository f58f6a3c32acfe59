using System.Reflection;

namespace EmotionNotebooks.Compat.Plotly.NET.Tests;

// The package carries plotly.js itself; where it is looked for is the system stack's own affair.
[Trait("Needs", "Nothing")]
public sealed class PlotlyScriptTests : IDisposable
{
    private static readonly MethodInfo? Finder = typeof(global::Plotly.NET.GenericChart).Assembly
        .GetType("Plotly.NET.PlotlyScript")?.GetMethod("Find", BindingFlags.NonPublic | BindingFlags.Static);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emotion-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Should_take_the_configured_file_or_folder_first()
    {
        Script("a/.emotion/npm/node_modules/plotly.js-dist-min");
        var configured = Script("other");
        Assert.Equal(configured, Find(configured, In("a")));
        Assert.Equal(configured, Find(In("other"), In("a")));
    }

    [Fact]
    public void Should_find_it_beside_the_assembly_then_in_the_folders_above()
    {
        var above = Script(".emotion/npm/node_modules/plotly.js-dist-min");
        Directory.CreateDirectory(In("a/b/c"));
        Assert.Equal(above, Find(null, In("a/b/c")));
        var nearer = Script("a/.emotion/npm/node_modules/plotly.js-dist-min");
        Assert.Equal(nearer, Find("", In("a/b/c")));
        Assert.Equal(Script("a/b/c"), Find(null, In("a/b/c")));
    }

    [Fact]
    public void Should_find_it_near_the_assembly_when_the_program_lies_elsewhere()
    {
        var above = Script("repository/.emotion/npm/node_modules/plotly.js-dist-min");
        Directory.CreateDirectory(In("repository/bin"));
        Directory.CreateDirectory(In("kernels"));
        Assert.Equal(above, Find(null, In("repository/bin"), In("kernels")));
        Assert.Equal(above, Find(null, In("kernels"), In("repository/bin")));
    }

    [Fact]
    public void Should_name_the_command_when_it_is_missing()
    {
        foreach (var configured in new[] { null, In("none") })
        {
            var error = Assert.Throws<FileNotFoundException>(() => Find(configured, _folder.FullName));
            Assert.Contains("./emotion setup plots", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    private static string Find(string? configured, params string[] folders)
    {
        Assert.SkipWhen(Finder is null, "nuget stack: the package carries plotly.js itself");
        return Finder!.CreateDelegate<Func<string?, IReadOnlyList<string>, string>>()(configured, folders);
    }

    private string In(string path) => Path.Combine(_folder.FullName, path);

    private string Script(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(In(folder)).FullName, "plotly.min.js");
        File.WriteAllText(path, "");
        return path;
    }
}
