using EmotionNotebooks.Compat.Tests;

namespace DuckDB.NET.Data.Tests;

/// <summary>lib/compat holds as much as the library uses: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public sealed class SurfaceTests
{
    [Fact]
    public void Should_be_used_by_the_library_when_public()
    {
        Subset.SkipOnThePackage();

        Assert.Empty(Surface.Unused(Subset.Assembly.Location, [Built.Library("EmotionNotebooks")], _ => false));
    }

    [Fact]
    public void Should_list_what_is_unused()
    {
        Subset.SkipOnThePackage();

        Assert.Contains("DuckDB.NET.Data.DuckDBConnection", Surface.Unused(Subset.Assembly.Location, [], _ => false));
    }
}
