using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using EmotionNotebooks.Compat.Tests;

namespace DuckDB.NET.Data.Tests;

/// <summary>What the package brings along: DuckDB's library.</summary>
[Trait("Needs", "SystemStack")]
public sealed class DuckDBLibraryTests
{
    private static readonly MethodInfo Load = LoadOf();

    public DuckDBLibraryTests() => Subset.SkipOnThePackage();

    [Fact]
    public void Should_export_all_that_is_imported()
    {
        var library = (nint)Load.Invoke(null, ["duckdb", "parquet", Subset.Assembly])!;

        var imported = Imported();
        Assert.True(imported.Length > 30);
        Assert.All(imported, name => Assert.True(NativeLibrary.TryGetExport(library, name, out _), name));
    }

    [Fact]
    public void Should_name_the_command_that_helps_when_the_library_is_missing()
    {
        var folder = Directory.CreateTempSubdirectory("native-");
        var before = Environment.GetEnvironmentVariable("EMOTION_NATIVE");
        Environment.SetEnvironmentVariable("EMOTION_NATIVE", folder.FullName);
        try
        {
            var thrown = Assert.Throws<TargetInvocationException>(() => Load.Invoke(null, ["duckdb", "parquet", Subset.Assembly]));

            Assert.Equal($"libduckdb.so was not found in {folder.FullName} (EMOTION_NATIVE): run `./emotion setup parquet`",
                Assert.IsType<DllNotFoundException>(thrown.InnerException).Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable("EMOTION_NATIVE", before);
            folder.Delete(recursive: true);
        }
    }

    private static MethodInfo LoadOf() =>
        Subset.Assembly.GetType("EmotionNotebooks.Compat.NativeLibraryLocator")?.GetMethod("Load")!;

    // LibraryImport makes inner functions of changed names; the metadata keeps each import's real entry point.
    private static string[] Imported()
    {
        using var stream = File.OpenRead(Subset.Assembly.Location);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return [.. metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).GetImport())
            .Where(import => !import.Module.IsNil && metadata.GetString(metadata.GetModuleReference(import.Module).Name) == "duckdb")
            .Select(import => metadata.GetString(import.Name))
            .Distinct()];
    }
}
