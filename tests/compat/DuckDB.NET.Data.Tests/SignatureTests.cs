using EmotionNotebooks.Compat.Tests;

namespace DuckDB.NET.Data.Tests;

/// <summary>Source compatibility, member by member: see <see cref="PackageSignatures"/>.</summary>
[Trait("Needs", "Nothing")]
public sealed class SignatureTests
{
    private static readonly string[] Types =
    [
        nameof(DuckDBAppender), nameof(DuckDBCommand), nameof(DuckDBConnection), nameof(DuckDBDataReader), nameof(DuckDBException),
        nameof(DuckDBParameter), nameof(DuckDBParameterCollection), nameof(IDuckDBAppenderRow),
    ];

    [Fact]
    public void Should_be_the_packages_when_exposed() => PackageSignatures.Check(Subset.Assembly, Types);

    [Fact]
    public void Should_have_the_packages_types_only_when_exposed()
    {
        Subset.SkipOnThePackage();

        Assert.Equal(Types, Subset.Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));
    }
}
