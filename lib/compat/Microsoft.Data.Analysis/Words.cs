namespace Microsoft.Data.Analysis;

/// <summary>What errors and tables say; callers see these in the package too.</summary>
internal static class Words
{
    public const string Length = "Length (excluding null values)";

    public static ArgumentException NoColumn(string name, string parameter) => new($"Column '{name}' does not exist", parameter);

    public static ArgumentException Duplicate(string name, string parameter) => new($"DataFrame already contains a column called {name}", parameter);

    public static ArgumentException Lengths(string parameter) => new("Column lengths are mismatched", parameter);

    public static ArgumentException ValueType(Type type, string parameter) => new($"Expected value to be of type {type}", parameter);

    public static ArgumentException Cast(Type from, Type to) => new($"Cannot cast column holding {from} values to type {to}");

    // The package's own words and exception: what is asked for has no meaning for this kind of column.
    public static NotImplementedException NotFor(DataFrameColumn column, string what) =>
        new($"{column.Name}, {what}: a column of {column.DataType}; expected one of numbers");
}
