using System.Collections;
using System.Data;
using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data.Native;

namespace DuckDB.NET.Data;

/// <summary>A result, row by row; one chunk of it (2,048 rows) is held at a time.</summary>
public class DuckDBDataReader : DbDataReader
{
    private readonly ResultHandle _result;
    private readonly DuckDBConnection? _closes;
    private readonly Column[] _columns;
    private ChunkHandle? _chunk;
    private int _row = -1;
    private bool _isAtEnd;

    internal DuckDBDataReader(ResultHandle result, DuckDBConnection? closes)
    {
        (_result, _closes) = (result, closes);
        _columns = [.. Enumerable.Range(0, result.ColumnCount).Select(index => new Column(result.NameOf(index), result.TypeOf(index)))];
        HasRows = Fetch();
    }

    public override int Depth => 0;

    public override int FieldCount => _columns.Length;

    public override bool HasRows { get; }

    public override bool IsClosed => _result.IsClosed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (_chunk is not null && ++_row < _chunk.Rows)
            return true;
        if (_isAtEnd || !Fetch())
            return false;
        _row = 0;
        return true;
    }

    public override bool NextResult() => false;

    public override void Close()
    {
        if (IsClosed)
            return;
        _chunk?.Dispose();
        _chunk = null;
        _result.Dispose();
        if (_closes is { State: ConnectionState.Open })
            _closes.Close();
    }

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => _columns[ordinal].Type.ToString();

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, _closes is not null);

    public override Type GetFieldType(int ordinal) => _columns[ordinal].ClrType;

    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

    public override string GetName(int ordinal) => _columns[ordinal].Name;

    public override int GetOrdinal(string name) => Array.FindIndex(_columns, it => it.Name == name) is >= 0 and var index
        ? index
        : throw new DuckDBException($"Column with name {name} was not found.");

    /// <summary>A BLOB's bytes: a copy, which stays when the reader moves on.</summary>
    public override Stream GetStream(int ordinal) => GetFieldValue<Stream>(ordinal);

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override bool IsDBNull(int ordinal) => !Row().IsValid(ordinal, _row);

    public override object GetValue(int ordinal) =>
        Row().IsValid(ordinal, _row) ? _columns[ordinal].Read(_chunk!, ordinal, _row) : DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override T GetFieldValue<T>(int ordinal) => GetValue(ordinal) switch
    {
        DBNull => throw new InvalidCastException($"Column '{GetName(ordinal)}' value is null"),
        T value => value,
        IConvertible number when typeof(T).IsPrimitive && number is not string => Cast<T>(number, ordinal),
        var value => throw new InvalidCastException($"Column '{GetName(ordinal)}' is {value.GetType().Name}, not {typeof(T).Name}"),
    };

    private T Cast<T>(IConvertible number, int ordinal)
    {
        try
        {
            return (T)Convert.ChangeType(number, typeof(T), CultureInfo.InvariantCulture);
        }
        catch (OverflowException e)
        {
            throw new InvalidCastException($"Cannot cast from {number.GetType().Name} to {typeof(T).Name} in column {GetName(ordinal)}", e);
        }
    }

    private ChunkHandle Row()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return _row >= 0 && _chunk is not null && _row < _chunk.Rows ? _chunk : throw new InvalidOperationException("No row has been read");
    }

    private bool Fetch()
    {
        _chunk?.Dispose();
        _row = -1;
        _chunk = _result.FetchChunk(_columns.Length);
        _isAtEnd = _chunk is null;
        return !_isAtEnd;
    }
}
