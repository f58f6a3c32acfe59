using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmotionNotebooks.Compat.Tests;
using TorchSharp.Tests.Support;

namespace TorchSharp.Tests;

/// <summary>The C boundary has two sides that no compiler compares: what the library exports, and what C# imports.</summary>
[Trait("Needs", "SystemStack")]
public class SymbolTests
{
    private const string Library = "emotion_torch";

    [Fact]
    public void Should_MatchOneToOne_When_ExportsAndImportsAreCompared()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        torch.manual_seed(0);   // loads the library
        var exported = ElfSymbols.Exported(LoadedFrom());
        // et_abi is asked for by hand, before the imports may be used.
        var imported = Imports(Seam.Engine.Location).Append("et_abi").ToHashSet();

        Assert.NotEmpty(imported);
        Assert.True(exported.SetEquals(imported),
            $"only exported: [{string.Join(", ", exported.Except(imported).Order())}]; only imported: [{string.Join(", ", imported.Except(exported).Order())}]");
    }

    [Fact]
    public void Should_NameTheHeaders_When_FingerprintIsCompared()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        var folder = Path.Combine(Repository.Root, "lib", "native", "torch");
        string[] headers = ["factory", "nn", "norm", "optim", "pointwise", "reduction", "runtime", "shape", "tensor", "types"];
        var digests = headers.Select(header => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, header + ".h")))));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(digests))))[..8];

        Assert.True($"{Fingerprint():x8}" == fingerprint, $"The headers have changed: NativeMethods.Abi must be 0x{fingerprint}, and the library be built anew.");
    }

    [Fact]
    public void Should_SayWhatHelps_When_TheLibraryIsOfAnotherVersion()
    {
        Assert.SkipUnless(Seam.Exists, Seam.Absent);
        torch.manual_seed(0);
        var library = NativeLibrary.Load(LoadedFrom());
        var foreign = NativeLibrary.Load(Mapped("libc.so").First());

        Assert.Equal(library, Fitting(library, Fingerprint()));
        foreach (var (stale, abi) in new[] { (library, Fingerprint() + 1), (foreign, Fingerprint()) })
        {
            var error = Assert.Throws<DllNotFoundException>(() => Fitting(stale, abi));
            Assert.EndsWith("was built for another version; run: ./emotion setup torch", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Should_ReadTheSymbols_When_GivenALibraryOfTheSystem()
    {
        Assert.SkipUnless(File.Exists("/proc/self/maps"), "no /proc here");
        var libc = Mapped("libc.so").First();

        var exported = ElfSymbols.Exported(libc);

        Assert.Contains("malloc", exported);
        Assert.DoesNotContain("no_such_function", exported);
    }

    private static Type Boundary => Seam.Engine.GetType("TorchSharp.Native.NativeMethods")!;

    private static uint Fingerprint() => (uint)Boundary.GetField("Abi", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;

    // What the loader does with a library before anything else calls it.
    private static nint Fitting(nint library, uint abi) => (nint)Boundary.GetMethod("Fitting", BindingFlags.NonPublic | BindingFlags.Static)!
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [library, abi], null)!;

    private static string LoadedFrom() => Mapped($"lib{Library}.so").Distinct().Single();

    private static IEnumerable<string> Mapped(string name) => File.ReadLines("/proc/self/maps")
        .Select(line => line[(line.LastIndexOf(' ') + 1)..])
        .Where(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal))
        .Distinct();

    private static HashSet<string> Imports(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        return [.. reader.MethodDefinitions
            .Select(reader.GetMethodDefinition)
            .Where(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            .Select(method => (Import: method.GetImport(), method.Name))
            .Where(item => reader.GetString(reader.GetModuleReference(item.Import.Module).Name).Contains(Library, StringComparison.Ordinal))
            .Select(item => reader.GetString(item.Import.Name.IsNil ? item.Name : item.Import.Name))];
    }
}
