using EmotionNotebooks.Compat.Tests;

namespace Microsoft.Data.Analysis.Tests;

/// <summary>lib/compat holds as much as the views and notebooks use: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public sealed class SurfaceTests
{
    // What notebooks for .NET Interactive commonly write, beyond those that are here.
    private static readonly HashSet<string> InOtherNotebooks =
    [
        "Item", "Add", "Subtract", "Multiply", "Divide", "op_Addition", "op_Subtraction", "op_Multiply", "op_Division",
        "And", "Or", "op_BitwiseAnd", "op_BitwiseOr",
        "ElementwiseEquals", "ElementwiseNotEquals", "ElementwiseGreaterThan", "ElementwiseGreaterThanOrEqual", "ElementwiseLessThan",
        "ElementwiseLessThanOrEqual", "ElementwiseIsNull", "ElementwiseIsNotNull",
        "Sum", "Max", "Min", "Median", "ValueCounts",
        "Sort", "OrderByDescending", "Clone", "SetName", "IsValid", "Apply", "FillNulls", "DropNulls", "DropNullOptions",
        "Tail", "Sample", "Info", "Append", "GroupBy", "First", "Groupings", "Join", "Merge", "JoinAlgorithm", "LoadCsv", "LoadCsvFromString", "SaveCsv",
        "BooleanDataFrameColumn", "Int64DataFrameColumn", "DataFrameColumnCollection",
        "RenameColumn", "Remove", "IndexOf", "GetPrimitiveColumn", "GetBooleanColumn", "GetInt32Column", "GetInt64Column", "GetSingleColumn",
        "GetDoubleColumn", "GetStringColumn",
    ];

    [Fact]
    public void Should_be_used_when_public()
    {
        Subset.SkipOnThePackage();

        var unused = Surface.Unused(
            Subset.Assembly.Location, Users(), _ => false, new HashSet<string>([.. InOtherNotebooks, .. NotebookWords.In("notebooks", "tests/fixtures/notebooks")]));
        Assert.True(unused.Count == 0, $"members that nobody uses:{Environment.NewLine}{string.Join(Environment.NewLine, unused)}");
    }

    [Fact]
    public void Should_list_what_is_unused()
    {
        Subset.SkipOnThePackage();

        Assert.Contains("Microsoft.Data.Analysis.DataFrame", Surface.Unused(Subset.Assembly.Location, [], _ => false));
        Assert.Contains("Microsoft.Data.Analysis.DataFrame.Sample", Surface.Unused(Subset.Assembly.Location, Users(), _ => false));
    }

    private static string[] Users() => [Built.Library("EmotionNotebooks.Interactive")];
}
