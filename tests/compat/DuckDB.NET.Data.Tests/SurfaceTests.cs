using DuckDB.NET.Data.Tests.Support;
using TorchSharp.Tests.Support;

namespace DuckDB.NET.Data.Tests;

/// <summary>lib/compat holds as much as the library uses: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public sealed class SurfaceTests
{
    [Fact]
    public void Should_be_used_by_the_library_when_public()
    {
        Subset.SkipOnThePackage();

        Assert.Empty(Surface.Unused(Subset.Assembly.Location, [Library()], _ => false));
    }

    [Fact]
    public void Should_list_what_is_unused()
    {
        Subset.SkipOnThePackage();

        Assert.Contains("DuckDB.NET.Data.DuckDBConnection", Surface.Unused(Subset.Assembly.Location, [], _ => false));
    }

    // Beside .../bin/<stack>/<configuration>/<framework>/ of this test.
    private static string Library()
    {
        var where = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Repository.Root, "lib", "EmotionNotebooks", "bin", where.Parent!.Parent!.Name, where.Parent.Name, where.Name, "EmotionNotebooks.dll");
    }
}
