using System.Runtime.InteropServices;
using EmotionNotebooks.Kernel.Execution;
using EmotionNotebooks.Kernel.Tests.Support;

namespace EmotionNotebooks.Kernel.Tests.Execution;

public sealed class NativeLibraryTests : IDisposable
{
    private const string Code = """
        using System.Runtime.InteropServices;
        public static class Native { [DllImport("emotion_demo", EntryPoint = "getpid")] public static extern int Own(); }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Notebook _notebook;

    public NativeLibraryTests()
    {
        _notebook = new Notebook(new InterpreterOptions { WorkingFolder = _folder.Path });
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        Library.Build(_folder.File("Uses.dll"), Code);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("runtimes/<rid>/native")]
    public async Task Should_FindANativeLibrary_When_ItLiesWhereTheAssemblyKeepsIt(string place)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the test borrows a library of Linux's");
        var folder = _folder.File(place.Replace("<rid>", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}"));
        Directory.CreateDirectory(folder);
        File.Copy(SystemLibrary(), Path.Combine(folder, "libemotion_demo.so"));
        Assert.Equal(Environment.ProcessId.ToString(), await _notebook.ValueAsync("#r \"Uses.dll\"\nNative.Own()"));
    }

    [Fact]
    public async Task Should_NameEveryPath_When_ANativeLibraryIsMissing()
    {
        var error = await _notebook.ErrorAsync("#r \"Uses.dll\"\nNative.Own()");
        Assert.Equal("DllNotFoundException", error.Name);
        Assert.Contains(error.Traceback, it => it.Contains("'emotion_demo' was looked for at"));
        Assert.Contains(error.Traceback, it => it.Trim().StartsWith(_folder.Path, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _notebook.Dispose();
        _folder.Dispose();
    }

    // Any library through which libc's symbols are found.
    private static string SystemLibrary() =>
        File.ReadLines("/proc/self/maps").Select(it => it.Split(' ')[^1]).First(it => Path.GetFileName(it).StartsWith("libclrjit", StringComparison.Ordinal));
}
