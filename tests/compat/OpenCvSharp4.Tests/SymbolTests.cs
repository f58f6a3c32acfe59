using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmotionNotebooks.Compat.Tests;
using TorchSharp.Tests.Support;

namespace OpenCvSharp.Tests;

/// <summary>The C boundary has two sides that no compiler compares: what the library exports, and what C# imports.</summary>
[Trait("Needs", "SystemStack")]
public sealed class SymbolTests
{
    [Fact]
    public void Should_match_one_to_one_when_exports_and_imports_are_compared()
    {
        Subset.SkipOnThePackage();
        var exported = ElfSymbols.Exported(Loaded()).Where(name => name.StartsWith("eo_", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        // eo_abi is asked for by hand, before the imports may be used.
        var imported = Subset.Boundary.GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(method => method.Name).Where(name => name.StartsWith("eo_", StringComparison.Ordinal)).Append("eo_abi").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(exported, imported);
    }

    [Fact]
    public void Should_name_the_headers_when_the_fingerprint_is_compared()
    {
        Subset.SkipOnThePackage();
        var folder = Path.Combine(Repository.Root, "lib", "native", "opencv");
        string[] headers = ["highgui", "imgproc", "mat", "objdetect", "runtime", "types", "videoio"];
        var digests = headers.Select(header => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, header + ".h")))));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(digests))))[..8];

        Assert.True($"{Abi():x8}" == fingerprint, $"The headers have changed: NativeMethods.Abi must be 0x{fingerprint}, and the library be built anew.");
    }

    [Fact]
    public void Should_say_what_helps_when_the_library_is_of_another_version()
    {
        Subset.SkipOnThePackage();
        var library = NativeLibrary.Load(Loaded());
        var fitting = Subset.Boundary.GetMethod("Fitting", BindingFlags.NonPublic | BindingFlags.Static)!;

        Assert.Equal(library, fitting.Invoke(null, [library, Abi()]));
        var error = Assert.Throws<DllNotFoundException>(() => fitting.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [library, Abi() + 1], null));
        Assert.EndsWith("was built for another version; run: ./emotion setup opencv", error.Message, StringComparison.Ordinal);
    }

    private static uint Abi() => (uint)Subset.Boundary.GetField("Abi", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;

    private static string Loaded()
    {
        Assert.NotNull(Cv2.GetVersionString()); // loads the library
        return File.ReadLines("/proc/self/maps").Select(line => line[(line.LastIndexOf(' ') + 1)..]).First(path => Path.GetFileName(path) == "libemotion_opencv.so");
    }
}
