using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
        var imported = Imports(Seam.Engine.Location);

        Assert.NotEmpty(imported);
        Assert.True(exported.SetEquals(imported),
            $"only exported: [{string.Join(", ", exported.Except(imported).Order())}]; only imported: [{string.Join(", ", imported.Except(exported).Order())}]");
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
