using System.Collections.ObjectModel;

namespace Microsoft.Data.Analysis;

public class DataFrameColumnCollection : Collection<DataFrameColumn>
{
    internal DataFrameColumnCollection(IEnumerable<DataFrameColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        foreach (var column in columns)
            Add(column);
    }

    internal long RowCount { get; set; }

    public DataFrameColumn this[string columnName]
    {
        get => IndexOf(columnName) is var index and >= 0 ? this[index] : throw Words.NoColumn(columnName, nameof(columnName));
        set
        {
            var index = IndexOf(columnName);
            value.SetName(columnName);
            if (index < 0)
                Add(value);
            else
                this[index] = value;
        }
    }

    public int IndexOf(string columnName)
    {
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(this[i].Name, columnName, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    public void Remove(string columnName)
    {
        if (IndexOf(columnName) is var index and >= 0)
            RemoveAt(index);
    }

    public void RenameColumn(string currentName, string newName) => this[currentName].SetName(newName);

    public PrimitiveDataFrameColumn<T> GetPrimitiveColumn<T>(string name)
        where T : unmanaged => Get<PrimitiveDataFrameColumn<T>>(name, typeof(T));

    public BooleanDataFrameColumn GetBooleanColumn(string name) => Get<BooleanDataFrameColumn>(name, typeof(bool));

    public Int32DataFrameColumn GetInt32Column(string name) => Get<Int32DataFrameColumn>(name, typeof(int));

    public Int64DataFrameColumn GetInt64Column(string name) => Get<Int64DataFrameColumn>(name, typeof(long));

    public SingleDataFrameColumn GetSingleColumn(string name) => Get<SingleDataFrameColumn>(name, typeof(float));

    public DoubleDataFrameColumn GetDoubleColumn(string name) => Get<DoubleDataFrameColumn>(name, typeof(double));

    public StringDataFrameColumn GetStringColumn(string name) => Get<StringDataFrameColumn>(name, typeof(string));

    internal void RequireFree(DataFrameColumn column, string newName)
    {
        if (this.Any(other => !ReferenceEquals(other, column) && string.Equals(other.Name, newName, StringComparison.Ordinal)))
            throw Words.Duplicate(newName, nameof(newName));
    }

    protected override void InsertItem(int index, DataFrameColumn item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (Count > 0 && item.Length != RowCount)
            throw Words.Lengths(nameof(item));
        if (IndexOf(item.Name) >= 0)
            throw Words.Duplicate(item.Name, nameof(item));
        RowCount = item.Length;
        item.Owners.Add(this);
        base.InsertItem(index, item);
    }

    protected override void SetItem(int index, DataFrameColumn item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (RowCount > 0 && item.Length != RowCount)
            throw Words.Lengths(nameof(item));
        if (IndexOf(item.Name) is var existing and >= 0 && existing != index)
            throw Words.Duplicate(item.Name, nameof(item));
        this[index].Owners.Remove(this);
        item.Owners.Add(this);
        base.SetItem(index, item);
    }

    protected override void RemoveItem(int index)
    {
        this[index].Owners.Remove(this);
        base.RemoveItem(index);
        if (Count == 0)
            RowCount = 0;
    }

    protected override void ClearItems()
    {
        foreach (var column in this)
            column.Owners.Remove(this);
        base.ClearItems();
        RowCount = 0;
    }

    private TColumn Get<TColumn>(string name, Type type)
        where TColumn : DataFrameColumn =>
        this[name] as TColumn ?? throw Words.Cast(this[name].DataType, type);
}
