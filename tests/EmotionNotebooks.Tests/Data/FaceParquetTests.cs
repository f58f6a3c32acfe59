using System.Text;

namespace EmotionNotebooks.Tests.Data;

public sealed class FaceParquetTests : IDisposable
{
    private const string WithSplit = "bytes AS image, label::INTEGER AS label, split";

    private readonly ParquetText _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("bytes AS image, label::INTEGER AS label")]
    [InlineData("label::UTINYINT AS emotion, bytes AS img_bytes")]
    [InlineData("{'bytes': bytes, 'path': 'x'} AS image, label::BIGINT AS labels")]
    [InlineData("{'path': NULL::VARCHAR, 'bytes': bytes} AS img, label::SMALLINT AS \"Target\", n AS other, 'text' AS note")]
    [InlineData("bytes AS \"odd \"\"name; --\", label::INTEGER AS \"CLASS\"")]
    [InlineData("bytes AS image, label AS label")]
    [InlineData("bytes AS image, label::INTEGER AS label, 'other' AS emotion")]
    public void Should_find_its_columns_whatever_they_are_called(string select)
    {
        var path = _files.Write("faces.parquet", ParquetText.Pngs(9), select);

        var set = Read(path);

        Assert.Equal(9, set.Count);
        Assert.Equal(Emotions.Names, set.ClassNames);
        for (var i = 0; i < 9; i++)
        {
            Assert.True(set.Face(i).SequenceEqual(ParquetText.Pixels(i)));
            Assert.Equal((i % 7, Split.Training, $"row {i + 1}"), (set.Labels[i], set.Splits[i], set.Origins[i]));
        }
    }

    [Theory]
    [InlineData("label::INTEGER AS label", "no column with pictures' bytes (label INTEGER); expected one that is BLOB or STRUCT(bytes BLOB, path VARCHAR)")]
    [InlineData("bytes AS a, bytes AS b, label::INTEGER AS label", "2 columns with pictures' bytes (a BLOB, b BLOB, label INTEGER)")]
    [InlineData("bytes AS image", "no label among its columns (image BLOB); expected one that is called label, labels, emotion, class, target")]
    [InlineData("bytes AS image, 0.5 AS label", "column label is DECIMAL(2,1); expected whole numbers or class names")]
    [InlineData("bytes AS image, 1 AS label, 2 AS split", "column split is INTEGER; expected names: train, validation or test")]
    public void Should_say_what_columns_there_are_when_none_fits(string select, string message)
    {
        var path = _files.Write("faces.parquet", ParquetText.Pngs(1), select);

        Assert.Contains($"{path}: {message}", Fails(() => Read(path)));
    }

    [Fact]
    public void Should_read_pixels_that_are_not_encoded()
    {
        // 66 and 77 are how a BMP begins, and two dark pixels.
        var face = ParquetText.Pixels(1);
        (face[0], face[1]) = ((byte)'B', (byte)'M');

        var set = Read(_files.Write("faces.parquet", [new(face), new(ParquetText.Pixels(2))]));

        Assert.True(set.Face(0).SequenceEqual(face));
        Assert.True(set.Face(1).SequenceEqual(ParquetText.Pixels(2)));
    }

    [Fact]
    public void Should_read_pixels_that_are_text()
    {
        // FER-2013's CSV, as Hugging Face turns it into Parquet.
        ParquetText.Row[] rows = [.. Enumerable.Range(0, 3).Select(i => new ParquetText.Row(Encoding.ASCII.GetBytes(FerText.Pixels(i)), "3", "PublicTest"))];
        const string select = "label::BIGINT AS emotion, decode(bytes) AS pixels, split AS \"Usage\"";

        var set = Read(_files.Write("faces.parquet", rows, select));

        Assert.Equal((31 * 2 + 7) % 256, set.Face(2)[1]);
        Assert.Equal(Split.PublicTest, set.Splits[2]);
        rows[1] = new(Encoding.ASCII.GetBytes("1 2 300"));
        Assert.Contains("row 2", Fails(() => Read(_files.Write("faces.parquet", rows, select))));
    }

    [Fact]
    public void Should_take_class_names_for_labels()
    {
        string[] labels = ["Happiness", "contempt", "anger", "happy", "3"];

        var set = Read(_files.Write("faces.parquet", labels.Select(label => new ParquetText.Row(ParquetText.Png(0), label)), "bytes AS image, label"));

        Assert.Equal(["angry", "happy", "contempt"], set.ClassNames);
        Assert.Equal([1, 2, 0, 1, 1], set.Labels.ToArray());
    }

    [Fact]
    public void Should_believe_the_names_of_the_metadata_and_not_the_numbers()
    {
        // Alphabetical, as folders become on Hugging Face: 4 is neutral there, and sad in FER-2013.
        const string names = """{"info": {"features": {"label": {"names": ["angry","disgust","fear","happy","neutral","sad","surprise"], "_type": "ClassLabel"}}}}""";
        var path = _files.Write("faces.parquet", ParquetText.Pngs(7), options: $", KV_METADATA {{huggingface: '{names}'}}");

        var set = Read(path);

        Assert.Equal(Emotions.Names, set.ClassNames);
        Assert.Equal([0, 1, 2, 3, 6, 4, 5], set.Labels.ToArray());
    }

    [Theory]
    [InlineData("{\"info\"")]
    [InlineData("{\"info\": {\"features\": {\"label\": {\"names\": 7, \"_type\": \"ClassLabel\"}}}}")]
    [InlineData("[]")]
    public void Should_not_guess_when_the_metadata_is_damaged(string json)
    {
        var path = _files.Write("faces.parquet", ParquetText.Pngs(1), options: $", KV_METADATA {{huggingface: '{json}'}}");

        Assert.Contains("its 'huggingface' metadata does not say the class names of label", Fails(() => Read(path)));
    }

    [Fact]
    public void Should_withhold_the_final_exam_and_count_it()
    {
        string[] splits = ["train", "test", "Validation", "PrivateTest", "PublicTest", "Training"];
        var path = _files.Write("faces.parquet", splits.Select((split, i) => new ParquetText.Row(ParquetText.Png(i), "1", split)), WithSplit);

        var set = Read(path);
        var exam = FaceFile.ReadFinalExam(path);

        Assert.Equal([Split.Training, Split.PublicTest, Split.PublicTest, Split.Training], set.Splits.ToArray());
        Assert.Equal((2, "row 3"), (set.Withheld, set.Origins[1]));
        Assert.Equal((2, 0, true), (exam.Count, exam.Withheld, exam.IsFinalExam));
        Assert.True(exam.Face(1).SequenceEqual(ParquetText.Pixels(3)));
    }

    [Fact]
    public void Should_say_so_when_all_or_none_is_the_final_exam()
    {
        var all = _files.Write("test.parquet", ParquetText.Pngs(3));
        var none = _files.Write("train.parquet", ParquetText.Pngs(3));

        Assert.Contains("all 3 rows are PrivateTest, the final exam", Fails(() => Read(all)));
        Assert.Contains("no PrivateTest row among 3", Fails(() => FaceParquet.Read(none, new ReadOptions { FinalExam = true })));
    }

    [Fact]
    public void Should_read_a_folder_of_shards()
    {
        _files.Write("set/data/train-00000-of-00002.parquet", ParquetText.Pngs(3));
        _files.Write("set/data/train-00001-of-00002.parquet", ParquetText.Pngs(2));
        _files.Write("set/data/validation-00000-of-00001.parquet", ParquetText.Pngs(1));
        _files.Write("set/data/test-00000-of-00001.parquet", ParquetText.Pngs(4));
        _files.Write("set/default/validation/0000.parquet", ParquetText.Pngs(1));
        _files.Write("set/.cache/train.parquet", ParquetText.Pngs(5));
        var folder = _files.PathOf("set");

        var set = FaceFile.Read(folder);
        var exam = FaceFile.ReadFinalExam(folder);

        Assert.Equal((7, 4), (set.Count, set.Withheld));
        Assert.Equal([Split.Training, Split.Training, Split.Training, Split.Training, Split.Training, Split.PublicTest, Split.PublicTest], set.Splits.ToArray());
        Assert.Equal(
            (Path.Combine("data", "train-00001-of-00002.parquet: row 2"), Path.Combine("default", "validation", "0000.parquet: row 1")),
            (set.Origins[4], set.Origins[6]));
        Assert.Equal((4, true), (exam.Count, exam.IsFinalExam));
    }

    [Fact]
    public void Should_put_the_classes_of_all_shards_together()
    {
        _files.Write("set/a.parquet", [new(ParquetText.Png(0), "sad"), new(ParquetText.Png(1), "bored")], "bytes AS image, label");
        _files.Write("set/b.parquet", [new(ParquetText.Png(2), "0")]);

        var set = Read(_files.PathOf("set"));

        Assert.Equal([.. Emotions.Names, "bored"], set.ClassNames);
        Assert.Equal([4, 7, 0], set.Labels.ToArray());
    }

    [Theory]
    [InlineData("train_0.parquet", Split.Training)]
    [InlineData("fer2013-dev.parquet", Split.PublicTest)]
    [InlineData("Training.parquet", Split.Training)]
    [InlineData("faces.parquet", Split.Training)]
    public void Should_take_the_split_from_the_name_of_the_file(string name, Split split) =>
        Assert.Equal(split, Read(_files.Write(name, ParquetText.Pngs(1))).Splits[0]);

    [Fact]
    public void Should_not_guess_when_the_name_says_two_splits() =>
        Assert.Contains("its name says Training and PrivateTest", Fails(() => Read(_files.Write("train-test.parquet", ParquetText.Pngs(1)))));

    [Fact]
    public void Should_name_the_row_of_the_first_bad_face_or_leave_all_out()
    {
        var cut = ParquetText.Png(1)[..^20];
        ParquetText.Row[] rows =
        [
            new(ParquetText.Png(0)), new(null), new(ParquetText.Png(1), null), new(ParquetText.Png(1), "7"), new(ParquetText.Png(1), "-1"),
            new(cut), new("no picture"u8.ToArray()), new(ParquetText.Png(1), "3", "exam"), new(ParquetText.Png(1), "3", null), new([]), new(ParquetText.Png(2)),
        ];
        var path = _files.Write("faces.parquet", rows, WithSplit);

        Assert.Equal($"{path}, row 2: no picture; expected a picture's bytes", Fails(() => Read(path)));
        var skip = new ReadOptions { BadFaces = BadFaces.Skip() };
        var set = FaceParquet.Read(path, skip);

        Assert.Equal((2, "row 11"), (set.Count, set.Origins[1]));
        Assert.True(set.Face(1).SequenceEqual(ParquetText.Pixels(2)));
        string[] faults =
        [
            "row 2: no picture; expected", "row 3: no label; expected", "row 4: label 7; expected 0 to 6", "row 5: label -1; expected 0 to 6",
            "row 6: the picture cannot be read", "row 7: no picture, it begins with 'no pictu'", "row 8: split 'exam'; expected train",
            "row 9: no split; expected train", "row 10: empty; expected a picture",
        ];
        Assert.Equal(faults.Length, skip.BadFaces.LeftOut.Count);
        Assert.All(faults.Zip(skip.BadFaces.LeftOut), pair => Assert.StartsWith($"{path}, {pair.First}", pair.Second));
    }

    [Fact]
    public void Should_not_draw_an_exam_when_the_sources_own_cannot_be_read()
    {
        var path = _files.Write("faces.parquet", [new(ParquetText.Png(0)), new([], "3", "test")], WithSplit);

        Assert.Contains("none of its 2 rows can be used; the last:", Fails(() => FaceFile.ReadFinalExam(path, new ReadOptions { BadFaces = BadFaces.Skip() })));
    }

    [Fact]
    public void Should_refuse_a_file_without_rows() =>
        Assert.EndsWith("no rows; expected one face per row", Fails(() => Read(_files.Write("faces.parquet", []))));

    [Theory]
    [InlineData("a b.parquet")]
    [InlineData("it's.parquet")]
    [InlineData("'; DROP TABLE rows; --.parquet")]
    [InlineData("\"quoted\".parquet")]
    [InlineData("ünï 😀.parquet")]
    [InlineData("back\\slash.parquet")]
    [InlineData("f*.parquet")]
    [InlineData("f?ces.parquet")]
    [InlineData("[f]aces.parquet")]
    [InlineData("f[a.parquet")]
    [InlineData("f]a{b,c}.parquet")]
    [InlineData("**/*.parquet")]
    [InlineData("label=6/split=test/f.parquet")]
    [InlineData("~.parquet")]
    [InlineData("$HOME %41 ${x}.parquet")]
    public void Should_take_a_path_for_what_it_is(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows refuses such names");
        // What the names would stand for as patterns.
        _files.Write("faces.parquet", ParquetText.Pngs(5));
        _files.Write("x/faces.parquet", ParquetText.Pngs(5));
        var path = _files.Write(name, ParquetText.Pngs(2));

        Assert.Equal(2, Read(path).Count);
        FaceParquetWriter.Write(Read(path), path);
        Assert.Equal(2, Read(path).Count);
    }

    [Fact]
    public void Should_say_so_when_DuckDB_cannot_be_given_the_path()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows refuses such names");

        Assert.Contains("a backslash beside one of *, ? and [", Fails(() => Read(_files.Write("a\\*.parquet", ParquetText.Pngs(1)))));
    }

    [Fact]
    public void Should_know_parquet_by_its_content_and_folders_by_their_files()
    {
        var path = _files.Write("renamed/faces.csv", ParquetText.Pngs(20));
        File.WriteAllText(_files.PathOf("text.parquet"), "emotion,pixels,Usage\n");

        Assert.Equal(20, FaceFile.Read(path, new ReadOptions()) is { } set ? set.Count + set.Withheld : 0);
        Assert.False(FaceParquet.IsParquet(_files.PathOf("text.parquet")));
        Assert.False(FaceParquet.IsParquet(_files.Folder));
        Assert.False(FaceParquet.IsParquet(_files.PathOf("none")));
        Assert.True(FaceParquet.IsShardFolder(_files.Folder));
        Assert.False(FaceParquet.IsShardFolder(_files.PathOf("renamed")));
        Assert.False(FaceParquet.IsShardFolder(path));
    }

    [Fact]
    public void Should_keep_the_order_of_many_rows_in_groups()
    {
        const int count = 9000;
        var rows = Enumerable.Range(0, count).Select(i => new ParquetText.Row(Numbered(i), $"{i % 7}"));

        var set = Read(_files.Write("faces.parquet", rows, options: ", ROW_GROUP_SIZE 2048"));

        Assert.Equal(count, set.Count);
        for (var i = 0; i < count; i++)
        {
            Assert.True(set.Face(i)[..2].SequenceEqual([(byte)i, (byte)(i >> 8)]));
            Assert.Equal(i % 7, set.Labels[i]);
        }

        static byte[] Numbered(int i)
        {
            var face = new byte[FaceSet.PixelsPerFace];
            (face[0], face[1]) = ((byte)i, (byte)(i >> 8));
            return face;
        }
    }

    [Fact]
    public void Should_refuse_a_file_that_is_cut_anywhere()
    {
        var whole = File.ReadAllBytes(_files.Write("faces.parquet", ParquetText.Pngs(3), WithSplit));
        var path = _files.PathOf("cut.parquet");

        for (var length = 4; length < whole.Length; length += whole.Length / 20)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.StartsWith($"{path}: damaged or truncated Parquet (", Fails(() => Read(path)));
        }
    }

    [Fact]
    public void Should_give_faces_or_say_what_is_wrong_when_bytes_change()
    {
        var whole = File.ReadAllBytes(_files.Write("faces.parquet", ParquetText.Pngs(3), "{'bytes': bytes, 'path': ''} AS image, label::INTEGER AS label, split",
            """, COMPRESSION zstd, KV_METADATA {huggingface: '{"info": {"features": {"label": {"names": ["a","b","c","d"], "_type": "ClassLabel"}}}}'}"""));
        var path = _files.PathOf("changed.parquet");
        var random = new SeededRandom(2013);
        var footer = whole.Length - 8 - BitConverter.ToInt32(whole, whole.Length - 8);
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            File.WriteAllBytes(path, Mutation.Of(whole, footer, random));
            try
            {
                Assert.True(FaceParquet.Read(path, new ReadOptions { BadFaces = BadFaces.Skip() }).Count is > 0 and <= 3);
            }
            catch (FaceDataException e)
            {
                Assert.DoesNotContain('\n', e.Message);
                refused++;
            }
        }

        Assert.InRange(refused, 100, 299);
    }

    private static FaceSet Read(string path) => FaceParquet.Read(path, ReadOptions.Default);

    private static string Fails(Action read)
    {
        var message = Assert.Throws<FaceDataException>(read).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    /// <summary>A small change to a file, more often in its metadata than elsewhere.</summary>
    private static class Mutation
    {
        public static byte[] Of(byte[] whole, int footer, SeededRandom random)
        {
            var bytes = (byte[])whole.Clone();
            var at = random.NextInt(3) == 0 ? random.NextInt(whole.Length) : footer + random.NextInt(whole.Length - footer);
            var length = Math.Min(random.NextInt(16), whole.Length - at);
            switch (random.NextInt(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.NextInt(8));
                    return bytes;
                case 1:
                    bytes[at] = (byte)random.NextBits();
                    return bytes;
                case 2:
                    for (var i = 0; i < length; i++)
                        bytes[at + i] = (byte)random.NextBits();
                    return bytes;
                case 3:
                    return [.. bytes[..at], .. bytes[(at + length)..]];
                default:
                    return [.. bytes[..at], .. bytes[random.NextInt(whole.Length)..].Take(length), .. bytes[at..]];
            }
        }
    }
}
