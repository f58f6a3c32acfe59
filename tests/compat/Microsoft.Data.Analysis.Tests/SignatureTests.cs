using EmotionNotebooks.Compat.Tests;

namespace Microsoft.Data.Analysis.Tests;

/// <summary>
/// Source compatibility, member by member: see <see cref="PackageSignatures"/>. The file of the package's signatures leaves out members about other
/// types of columns, Arrow, ML.NET and databases; it was read from the package's source at its release.
/// </summary>
[Trait("Needs", "Nothing")]
public sealed class SignatureTests
{
    private static readonly string[] Types =
    [
        nameof(BooleanDataFrameColumn), nameof(DataFrame), nameof(DataFrameColumn), nameof(DataFrameColumnCollection), nameof(DataFrameRow),
        nameof(DataFrameRowCollection), nameof(DoubleDataFrameColumn), nameof(DropNullOptions), nameof(GroupBy), "GroupBy`1", nameof(Int32DataFrameColumn),
        nameof(Int64DataFrameColumn), nameof(JoinAlgorithm), "PrimitiveDataFrameColumn`1", nameof(SingleDataFrameColumn), nameof(StringDataFrameColumn),
    ];

    [Fact]
    public void Should_be_the_packages_when_exposed() => PackageSignatures.Check(Subset.Assembly, Types, isWhole: false);

    [Fact]
    public void Should_have_the_packages_types_only_when_exposed()
    {
        Subset.SkipOnThePackage();

        Assert.Equal(Types, Subset.Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));
    }
}
