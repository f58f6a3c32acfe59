using DuckDB.NET.Data;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data;

public sealed class FaceParquetWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_give_back_what_was_written()
    {
        string[][] classes = [[.. Emotions.Names], ["angry", "happy", "it's", "ünï \"😀\""], [.. Enumerable.Range(0, 256).Select(i => $"class {i:D3}")]];
        var sets =
            from count in Gen.Choose(1, 30)
            from seed in Gen.Choose(0, int.MaxValue)
            from names in Gen.Elements(classes)
            select (count, seed, names);
        var path = _folder.File("faces.parquet");
        Prop.ForAll(sets.ToArbitrary(), form =>
        {
            var written = Random(form.count, (ulong)form.seed, form.names);

            FaceParquetWriter.Write(written, path);

            var read = FaceParquet.Read(path, ReadOptions.Default);
            Assert.Equal((written.Sha256, 0), (read.Sha256, read.Withheld));
            Assert.Equal(written.ClassNames, read.ClassNames);
            Assert.Equal($"row {form.count}", read.Origins[form.count - 1]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    [Fact]
    public void Should_give_the_faces_of_a_csv_back()
    {
        using var text = new FerText();
        var csv = text.Write(FerText.Header + string.Concat(Enumerable.Range(0, 40)
            .Select(i => FerText.Row($"{i % 7}", FerText.Pixels(i), i % 4 == 0 ? "PublicTest" : i % 9 == 0 ? "PrivateTest" : "Training"))));
        var faces = FaceFile.Read(csv);

        FaceParquetWriter.Write(faces, _folder.File("faces.parquet"));

        Assert.Equal(faces.Sha256, FaceFile.Read(_folder.File("faces.parquet")).Sha256);
    }

    [Fact]
    public void Should_keep_the_final_exam_apart()
    {
        FaceParquetWriter.Write(FakeFaces.Bars(14, Split.PrivateTest), _folder.File("exam.parquet"));

        Assert.True(FaceFile.ReadFinalExam(_folder.File("exam.parquet")).IsFinalExam);
        Assert.Throws<FaceDataException>(() => FaceFile.Read(_folder.File("exam.parquet")));
    }

    [Fact]
    public void Should_write_what_Hugging_Face_reads()
    {
        var path = _folder.File("faces.parquet");
        FaceParquetWriter.Write(FakeFaces.Mixed(30, 21), path);

        Assert.Equal(
            ["image STRUCT(bytes BLOB, path VARCHAR)", "label INTEGER", "split VARCHAR"],
            Query("SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM read_parquet(?))"));
        Assert.Equal(["ZSTD"], Query("SELECT DISTINCT compression FROM parquet_metadata(?)"));
        Assert.Equal(["""{"info":{"features":{"image":{"_type":"Image"},"label":{"names":["angry","disgust","fear","happy","sad","surprise","neutral"],"_type":"ClassLabel"},"split":{"dtype":"string","_type":"Value"}}}}"""],
            Query("SELECT decode(value) FROM parquet_kv_metadata(?) WHERE key = 'huggingface'::BLOB"));
        Assert.Equal(["000001.png Training", "000051.png PublicTest"],
            Query("SELECT image.path || ' ' || split FROM (SELECT *, row_number() OVER () AS n FROM read_parquet(?)) WHERE n IN (1, 51) ORDER BY n"));

        string[] Query(string statement)
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.Parameters.Add(new DuckDBParameter(path));
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
                rows.Add(reader.GetString(0));
            return [.. rows];
        }
    }

    [Fact]
    public void Should_leave_the_old_file_and_nothing_else_when_it_cannot_be_written()
    {
        Directory.CreateDirectory(_folder.File("taken.parquet"));

        Assert.ThrowsAny<IOException>(() => FaceParquetWriter.Write(FakeFaces.Bars(7, Split.Training), _folder.File("taken.parquet")));

        Assert.Equal([_folder.File("taken.parquet")], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static FaceSet Random(int count, ulong seed, string[] names)
    {
        var random = new SeededRandom(seed);
        var pixels = new byte[count * FaceSet.PixelsPerFace];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)random.NextInt(seed % 3 == 0 ? 12 : 256);
        byte[] labels = [.. Enumerable.Range(0, count).Select(_ => (byte)random.NextInt(names.Length))];
        Split[] splits = [.. labels.Select(label => label % 2 == 0 ? Split.Training : Split.PublicTest)];
        return new FaceSet(pixels, labels, splits, "random", names);
    }
}
