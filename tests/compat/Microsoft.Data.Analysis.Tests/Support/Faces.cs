namespace Microsoft.Data.Analysis.Tests.Support;

/// <summary>Small frames such as lessons make.</summary>
internal static class Faces
{
    public static DataFrame Frame() => new(
        new StringDataFrameColumn("label", ["sad", "happy", "sad", null, "happy", "sad"]),
        new Int32DataFrameColumn("brightness", [10, 20, 30, 40, 50, 60]),
        new DoubleDataFrameColumn("deviation", [1.5, null, 0.5, 4.0, 2.5, 3.0]));

    public static object?[] Values(this DataFrameColumn column) => [.. column.Cast<object?>()];

    public static object?[] Values(this DataFrameRow row) => [.. row];
}
