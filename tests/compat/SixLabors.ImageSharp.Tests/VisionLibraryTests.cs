using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Compat.SixLabors.ImageSharp.Tests;

/// <summary>What the package does not have: the C library behind the subset.</summary>
[Trait("Needs", "SystemStack")]
public sealed class VisionLibraryTests
{
    private static readonly Assembly Subset = typeof(Image).Assembly;

    [Fact]
    public void Should_export_exactly_what_is_imported()
    {
        SkipOnThePackage();
        var library = Locate() ?? throw new FileNotFoundException("libemotion_vision.so is not there: run `./emotion setup vision`");

        var exported = Run("nm", "-D", "--defined-only", library).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).Where(parts => parts[1] == "T").Select(parts => parts[2]).Order().ToArray();

        Assert.NotEmpty(exported);
        Assert.Equal(exported, Imported().Order());
    }

    [Fact]
    public void Should_name_the_command_that_helps_when_the_library_is_missing()
    {
        SkipOnThePackage();
        var folder = Directory.CreateTempSubdirectory("native-");
        try
        {
            var message = WithNative(folder.FullName);
            Assert.Equal($"libemotion_vision.so was not found in {folder.FullName} (EMOTION_NATIVE): run `./emotion setup vision`", message);

            File.WriteAllText(Path.Combine(folder.FullName, "libemotion_vision.so"), "no library");
            message = WithNative(folder.FullName);
            Assert.StartsWith($"{folder.FullName}/libemotion_vision.so cannot be loaded (", message);
            Assert.EndsWith("): run `./emotion setup vision`", message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Should_refuse_a_png_that_is_cut()
    {
        // The package may give what could be read instead.
        SkipOnThePackage();
        using var image = new Image<L8>(64, 64, new L8(90));
        for (var i = 0; i < 4096; i++)
            image[i % 64, i / 64] = new L8((byte)(i * i >> 3));
        using var memory = new MemoryStream();
        image.SaveAsPng(memory);
        var whole = memory.ToArray();

        for (var length = 8; length < whole.Length * 3 / 4; length += 97)
            Assert.ThrowsAny<ImageFormatException>(() => Image.Load<L8>(whole.AsSpan(0, length)));
    }

    // Loads through the subset's own locator, under another EMOTION_NATIVE.
    private static string WithNative(string folder)
    {
        var locator = Subset.GetType("EmotionNotebooks.Compat.NativeLibraryLocator", throwOnError: true)!;
        var load = locator.GetMethod("Load")!;
        var before = Environment.GetEnvironmentVariable("EMOTION_NATIVE");
        Environment.SetEnvironmentVariable("EMOTION_NATIVE", folder);
        try
        {
            var thrown = Assert.Throws<TargetInvocationException>(() => load.Invoke(null, ["emotion_vision", "vision", Subset]));
            return Assert.IsType<DllNotFoundException>(thrown.InnerException).Message;
        }
        finally
        {
            Environment.SetEnvironmentVariable("EMOTION_NATIVE", before);
        }
    }

    private static void SkipOnThePackage() =>
        Assert.SkipUnless(Subset.GetName().Name!.StartsWith("EmotionNotebooks.Compat", StringComparison.Ordinal), "the package has no C library of ours");

    private static string? Locate()
    {
        const string file = "libemotion_vision.so";
        if (Environment.GetEnvironmentVariable("EMOTION_NATIVE") is { Length: > 0 } named)
            return Path.Combine(named, file);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, ".emotion", "native", file);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    // LibraryImport makes inner functions of changed names; the metadata keeps each import's real entry point.
    private static IEnumerable<string> Imported()
    {
        using var stream = File.OpenRead(Subset.Location);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return [.. metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).GetImport())
            .Where(import => !import.Module.IsNil && metadata.GetString(metadata.GetModuleReference(import.Module).Name) == "emotion_vision")
            .Select(import => metadata.GetString(import.Name))
            .Distinct()];
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
