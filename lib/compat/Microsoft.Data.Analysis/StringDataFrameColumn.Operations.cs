namespace Microsoft.Data.Analysis;

public partial class StringDataFrameColumn
{
    public static StringDataFrameColumn operator +(StringDataFrameColumn column, string value) => column.Add(value);

    public static StringDataFrameColumn operator +(string value, StringDataFrameColumn column) => new(column.Name, column.Select(text => value + text));

    public override DataFrameColumn Add(DataFrameColumn column, bool inPlace = false)
    {
        RequireLength(column);
        return Fill(inPlace, row => this[row] + column[row]);
    }

    public StringDataFrameColumn Add(string value, bool inPlace = false) => Fill(inPlace, row => this[row] + value);

    public override DataFrameColumn Add<T>(T value, bool inPlace = false) => Add(value.ToString(), inPlace);

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals(string value) => Ask(row => this[row] == value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column)
    {
        if (column is null)
            return ElementwiseIsNull();
        RequireLength(column);
        return Ask(row => this[row] == column[row]?.ToString());
    }

    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) =>
        value is DataFrameColumn column ? ElementwiseEquals(column) : ElementwiseEquals(value.ToString());

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(string value) => Ask(row => this[row] != value);

    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column)
    {
        if (column is null)
            return ElementwiseIsNotNull();
        RequireLength(column);
        return Ask(row => this[row] != column[row]?.ToString());
    }

    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) =>
        value is DataFrameColumn column ? ElementwiseNotEquals(column) : ElementwiseNotEquals(value.ToString());

    private PrimitiveDataFrameColumn<bool> Ask(Func<long, bool> question) =>
        new(Name, Enumerable.Range(0, (int)Length).Select(row => question(row)));

    private StringDataFrameColumn Fill(bool inPlace, Func<long, string> value)
    {
        var column = inPlace ? this : new StringDataFrameColumn(Name, Length);
        for (long row = 0; row < Length; row++)
            column[row] = value(row);
        return column;
    }

    private void RequireLength(DataFrameColumn column)
    {
        if (column.Length != Length)
            throw Words.Lengths(nameof(column));
    }
}
