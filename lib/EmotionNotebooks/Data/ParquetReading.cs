using System.Text;
using DuckDB.NET.Data;

namespace EmotionNotebooks.Data;

/// <summary>One reading of all shards of a source into one set.</summary>
internal sealed class ParquetReading
{
    private const int PictureColumn = 0;
    private const int LabelColumn = 1;
    private const int SplitColumn = 2;

    // A row takes at least about as much of a file: what its metadata says of more is believed when it has been read.
    private const int FewestBytesPerRow = 64;

    private readonly string _source;
    private readonly ReadOptions _options;
    private readonly ClassTable _classes;
    private readonly bool _isOneShard;
    private readonly long _expected;
    private readonly FaceBuffer _faces;
    private readonly PictureBatch _batch = new();
    private readonly List<string> _names = [];
    private long _read;
    private long _wanted;
    private int _left;

    public ParquetReading(string source, ParquetShard[] shards, ReadOptions options)
    {
        (_source, _options, _isOneShard, _faces) = (source, options, shards.Length == 1, new FaceBuffer(source));
        _classes = ClassTable.Of(shards.SelectMany(shard => shard.ClassNames ?? Emotions.Names), source);
        _expected = shards.Sum(shard => Math.Min(shard.RowCount, new FileInfo(shard.Path).Length / FewestBytesPerRow));
    }

    /// <summary>Reads one shard.</summary>
    /// <returns>How many rows it has.</returns>
    /// <exception cref="FaceDataException">It is damaged, or a bad face is refused.</exception>
    public long Read(ParquetEngine engine, ParquetShard shard)
    {
        if (shard.Split is { } split && IsLeft(split))
        {
            _left = checked(_left + (int)shard.RowCount);
            return shard.RowCount;
        }

        var columns = shard.Columns;
        using var reader = engine.Query($"SELECT {columns.Picture}, {columns.Label}, {columns.Split} FROM {ParquetEngine.Rows}", shard.Path);
        var row = 0L;
        while (reader.Read())
        {
            row++;
            try
            {
                Take(reader, shard, row);
            }
            catch (FaceDataException fault)
            {
                _batch.Add(fault);
            }

            if (_batch.IsFull)
                Decode(shard);
        }

        Decode(shard);
        _read += row;
        // A stream that breaks may look like one that ends.
        return row == shard.RowCount
            ? row
            : throw new FaceDataException($"{shard.Path}: damaged Parquet: {row} rows could be read; expected {shard.RowCount}");
    }

    /// <summary>The faces of all shards.</summary>
    /// <exception cref="FaceDataException">There is none.</exception>
    public FaceSet ToSet()
    {
        if (_faces.Count > 0)
            return _faces.ToSet(_options.FinalExam ? 0 : _left, null, _classes.Names, _isOneShard ? null : FaceOrigins.Named([.. _names]));
        if (_read == 0 && _left == 0)
            throw new FaceDataException($"{_source}: no rows; expected one face per row");
        if (_wanted > 0 || _left == 0)
            throw new FaceDataException($"{_source}: none of its {_read} rows can be used; the last: {_options.BadFaces.LeftOut[^1]}");
        throw _options.FinalExam
            ? FaceDataException.NoFinalExam($"{_source}: no PrivateTest row among {_left}; this source holds no final exam")
            : new($"{_source}: all {_left} rows are PrivateTest, the final exam, which only `emotion evaluate --final` reads");
    }

    private bool IsLeft(Split split) => split == Split.PrivateTest != _options.FinalExam;

    private void Take(DuckDBDataReader reader, ParquetShard shard, long row)
    {
        var split = SplitOf(reader, shard, row);
        if (IsLeft(split))
        {
            _left++;
            return;
        }

        _wanted++;
        var label = LabelOf(reader, shard, row);
        if (reader.IsDBNull(PictureColumn))
            throw new FaceDataException($"{Where(shard, row)}: no picture; expected a picture's bytes");
        using var picture = reader.GetStream(PictureColumn);
        _batch.Add(row, label, split, picture, shard.Columns.HasTextPixels);
    }

    private static Split SplitOf(DuckDBDataReader reader, ParquetShard shard, long row)
    {
        if (!shard.Columns.HasSplit)
            return shard.Split ?? Split.Training;
        if (reader.IsDBNull(SplitColumn))
            throw new FaceDataException($"{Where(shard, row)}: no split; expected {SplitNames.Expected}");
        var name = reader.GetString(SplitColumn);
        return SplitNames.TryFind(name, out var split)
            ? split
            : throw new FaceDataException($"{Where(shard, row)}: split '{Short(name)}'; expected {SplitNames.Expected}");
    }

    private byte LabelOf(DuckDBDataReader reader, ParquetShard shard, long row)
    {
        var names = shard.ClassNames ?? Emotions.Names;
        if (reader.IsDBNull(LabelColumn))
            throw new FaceDataException($"{Where(shard, row)}: no label; expected one");
        if (shard.Columns.HasTextLabels)
        {
            var name = reader.GetString(LabelColumn);
            return string.IsNullOrWhiteSpace(name)
                ? throw new FaceDataException($"{Where(shard, row)}: a blank label; expected a class name")
                : _classes.LabelOf(name);
        }

        var label = reader.GetInt64(LabelColumn);
        return label >= 0 && label < names.Count
            ? _classes.LabelOf(names[(int)label])
            : throw new FaceDataException($"{Where(shard, row)}: label {label}; expected 0 to {names.Count - 1}");
    }

    private void Decode(ParquetShard shard)
    {
        _batch.Decode(row => Where(shard, row), Accept, _options.BadFaces);

        void Accept(long row, byte label, Split split, ReadOnlySpan<byte> pixels)
        {
            if (_faces.IsFull)
                _faces.Grow((double)(_read + row) / Math.Max(_expected, _read + row));
            pixels.CopyTo(_faces.NextPixels);
            _faces.Accept(label, split, checked((int)row));
            if (!_isOneShard)
                _names.Add($"{shard.Name}: row {row}");
        }
    }

    private static string Where(ParquetShard shard, long row) => $"{shard.Path}, row {row}";

    private static string Short(string text) => Excerpt.Of(Encoding.UTF8.GetBytes(text));
}
