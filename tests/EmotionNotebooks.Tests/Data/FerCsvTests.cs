using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data;

public sealed class FerCsvTests : IDisposable
{
    private readonly FerText _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Should_give_back_what_was_written_in_every_tolerated_form()
    {
        var forms =
            from faces in Gen.Choose(1, 5)
            from seed in Gen.Choose(0, int.MaxValue)
            from order in Gen.Shuffle(new[] { 0, 1, 2 })
            from newLine in Gen.Elements("\n", "\r\n")
            from lastNewLine in Gen.Elements("", "\n", "\r\n\r\n")
            from mark in Gen.Elements("", "\uFEFF")
            from quote in Gen.Elements("", "\"")
            from spaces in Gen.Elements("", " ")
            from header in Gen.Elements(true, false)
            from usage in Gen.Elements(true, true, false)
            from names in Gen.Elements(false, false, true)
            from container in Gen.Elements(Enum.GetValues<Container>())
            select new Form(faces, seed, order, newLine, lastNewLine, mark, quote, spaces, header, usage, names, container);
        Prop.ForAll(forms.ToArbitrary(), IsGivenBack).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Should_give_back_every_value_beside_every_other()
    {
        // All pairs of neighbouring lengths and values meet: the fast path takes eight bytes at a time.
        var pixels = new byte[64 * FaceSet.PixelsPerFace];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(i % 2 == 0 ? i / 512 : i / 2);
        var text = new StringBuilder(FerText.Header);
        for (var face = 0; face < 64; face++)
            text.Append(FerText.Row("0", string.Join(' ', pixels.Skip(face * FaceSet.PixelsPerFace).Take(FaceSet.PixelsPerFace))));

        var set = FerCsv.Read(_file.Write(text.ToString()), ReadOptions.Default);

        Assert.True(set.Pixels.Span.SequenceEqual(pixels));
    }

    [Fact]
    public void Should_grow_and_keep_order_when_there_are_more_rows_than_first_expected()
    {
        var rows = string.Concat(Enumerable.Range(0, 700).Select(i => FerText.Row($"{i % 7}", FerText.Pixels(i))));
        foreach (var content in new[] { Encoding.UTF8.GetBytes(FerText.Header + rows), FerText.Gzip(Encoding.UTF8.GetBytes(FerText.Header + rows)) })
        {
            var set = FerCsv.Read(_file.Write(content), ReadOptions.Default);

            Assert.Equal(700, set.Count);
            for (var i = 0; i < set.Count; i++)
            {
                Assert.Equal(i % 7, set.Labels[i]);
                Assert.Equal((5 * 7 + i * 31) % 256, set.Face(i)[5]);
            }
        }
    }

    [Fact]
    public void Should_tolerate_leading_zeros_and_several_spaces()
    {
        var pixels = "  007" + string.Concat(Enumerable.Repeat("   09", FaceSet.PixelsPerFace - 1)) + " ";

        var set = FaceFile.Read(_file.Write(FerText.Header + FerText.Row("1", pixels)));

        Assert.Equal(7, set.Face(0)[0]);
        Assert.True(set.Face(0)[1..].IndexOfAnyExcept((byte)9) < 0);
    }

    [Fact]
    public void Should_withhold_the_final_exam_and_count_it()
    {
        var path = _file.Write(FerText.Header + FerText.Row("0", FerText.Pixels(1), "PrivateTest") + FerText.Row("1", FerText.Pixels(2))
            + FerText.Row("2", FerText.Pixels(3), "PrivateTest") + FerText.Row("3", FerText.Pixels(4), "PublicTest"));

        var set = FaceFile.Read(path);

        Assert.Equal([1, 3], set.Labels.ToArray());
        Assert.Equal([Split.Training, Split.PublicTest], set.Splits.ToArray());
        Assert.Equal(31 * 2, set.Face(0)[0]);
        Assert.Equal(2, set.Withheld);
        Assert.Equal(["row 2", "row 4"], Enumerable.Range(0, 2).Select(i => set.Origins[i]));
        Assert.False(set.IsFinalExam);
        Assert.Contains("only `emotion evaluate --final` reads", Fails(() => set.Part(Split.PrivateTest)));
    }

    [Fact]
    public void Should_give_the_final_exam_alone_when_it_is_asked_for_by_name()
    {
        var path = _file.Write(FerText.Header + FerText.Row("0", FerText.Pixels(1), "PrivateTest") + FerText.Row("1")
            + FerText.Row("2", FerText.Pixels(3), "PrivateTest"));

        var exam = FaceFile.ReadFinalExam(path);

        Assert.True(exam.IsFinalExam);
        Assert.Equal([0, 2], exam.Labels.ToArray());
        Assert.Equal(31 * 3, exam.Face(1)[0]);
        Assert.Equal(0, exam.Withheld);
    }

    [Fact]
    public void Should_say_so_when_the_file_has_no_row_that_may_be_given()
    {
        var exam = _file.Write(FerText.Header + FerText.Row(usage: "PrivateTest"));
        Assert.Contains("all 1 rows are PrivateTest", Fails(() => FaceFile.Read(exam)));

        var training = _file.Write(FerText.Header + FerText.Row());
        Assert.Contains("no PrivateTest row among 1", Fails(() => FerCsv.Read(training, new ReadOptions { FinalExam = true })));
    }

    [Fact]
    public void Should_leave_out_and_list_bad_rows_when_asked_to()
    {
        var path = _file.Write(FerText.Header + FerText.Row("9") + FerText.Row("1", FerText.Pixels(1)) + FerText.Row("2", "1 2 3")
            + FerText.Row(usage: "PrivateTest") + FerText.Row(usage: "Else") + FerText.Row("4", FerText.Pixels(2), "PublicTest") + "5,1 2");
        var badFaces = BadFaces.Skip();

        var set = FaceFile.Read(path, new ReadOptions { BadFaces = badFaces });

        Assert.Equal([1, 4], set.Labels.ToArray());
        Assert.Equal([Split.Training, Split.PublicTest], set.Splits.ToArray());
        Assert.Equal(FerText.Values(1), set.Face(0).ToArray());
        Assert.Equal(FerText.Values(2), set.Face(1).ToArray());
        Assert.Equal(1, set.Withheld);
        Assert.Equal(["row 2", "row 6"], Enumerable.Range(0, 2).Select(i => set.Origins[i]));
        Assert.Equal(
            [
                $"{path}, row 1 (line 2): emotion '9'; expected a label from 0 to 6 (angry, disgust, fear, happy, sad, surprise, neutral)",
                $"{path}, row 3 (line 4): 3 pixels; expected 2304 (48×48)",
                $"{path}, row 5 (line 6): Usage 'Else'; expected Training, PublicTest or PrivateTest",
                $"{path}, row 7 (line 8): the row ends in its field Pixels; expected 3 fields",
            ],
            badFaces.LeftOut);
    }

    [Fact]
    public void Should_refuse_what_is_wrong_with_the_whole_file_also_when_bad_rows_are_left_out()
    {
        var badFaces = BadFaces.Skip();
        var options = new ReadOptions { BadFaces = badFaces };
        var whole = FerText.Gzip(Encoding.UTF8.GetBytes(FerText.Header + FerText.Row() + FerText.Row("9")));

        Assert.Contains("unknown column 'label'", Fails(() => FaceFile.Read(_file.Write("label,pixels\n" + FerText.Row()), options)));
        Assert.Contains("damaged or truncated gzip", Fails(() => FaceFile.Read(_file.Write(whole[..^9]), options)));
        Assert.Contains("line 3 is longer than", Fails(() => FaceFile.Read(
            _file.Write(FerText.Header + FerText.Row() + new string(' ', 1 << 20)), options)));
        Assert.Contains("more than 1048576 blank lines", Fails(() => FaceFile.Read(
            _file.Write(FerText.Gzip(Encoding.UTF8.GetBytes(FerText.Header + FerText.Row() + new string('\n', (1 << 20) + 1)))), options)));
        var path = _file.Write(FerText.Header + FerText.Row("5", "1 2"));
        Assert.Equal(
            $"{path}: none of its 1 rows can be used; the last: {path}, row 1 (line 2): 2 pixels; expected 2304 (48×48)",
            Fails(() => FaceFile.Read(path, options)));
    }

    [Theory]
    [InlineData("3,{0},Training\n", 3)]
    [InlineData("Training,3,{0}\n", 3)]
    [InlineData("{0},PublicTest,\"6\"\n", 6)]
    [InlineData("{0}, happiness\n", 3)]
    [InlineData("3_happy,{0}\n", 3)]
    public void Should_tell_the_columns_by_the_first_row_when_there_is_no_header(string row, int label)
    {
        var set = FaceFile.Read(_file.Write(string.Format(row, FerText.Pixels(7)) + string.Format(row, FerText.Pixels(8))));

        Assert.Equal([(byte)label, (byte)label], set.Labels.ToArray());
        Assert.Equal(FerText.Values(8), set.Face(1).ToArray());
        Assert.Equal(row.Contains("PublicTest") ? Split.PublicTest : Split.Training, set.Splits[0]);
    }

    [Fact]
    public void Should_count_a_faulty_first_row_as_a_row_when_there_is_no_header()
    {
        var path = _file.Write(FerText.Row("7"));

        Assert.StartsWith($"{path}, row 1 (line 1): emotion '7'; expected a label", Fails(() => FaceFile.Read(path)));
        Assert.StartsWith($"{path}, row 1 (line 1): Usage 'train'; expected", Fails(() => FaceFile.Read(_file.Write(FerText.Row(usage: "train")))));
        Assert.StartsWith($"{path}, row 1 (line 1): 2 pixels", Fails(() => FaceFile.Read(_file.Write(FerText.Row("7", "1 2").Replace("7", "6")))));
    }

    [Theory]
    [InlineData("training", "publictest", "privatetest")]
    [InlineData("TRAINING", "PUBLICTEST", "PRIVATETEST")]
    [InlineData("Training", "publicTest", "\"PrivateTEST\"")]
    public void Should_know_the_splits_in_any_case(string training, string publicTest, string privateTest)
    {
        var rows = FerText.Row("1", usage: training) + FerText.Row("2", usage: publicTest) + FerText.Row("4", usage: privateTest);
        foreach (var header in new[] { "", FerText.Header })
        {
            var path = _file.Write(header + rows);
            var set = FaceFile.Read(path);

            Assert.Equal([Split.Training, Split.PublicTest], set.Splits.ToArray());
            Assert.Equal(1, set.Withheld);
            Assert.Equal([4], FaceFile.ReadFinalExam(path).Labels.ToArray());
        }

        // The column is found by the first row's value, whatever stands in the others.
        Assert.Equal(Split.PublicTest, FaceFile.Read(_file.Write($"{publicTest},{FerText.Pixels(1)},0\n{training},{FerText.Pixels(2)},0\n")).Splits[0]);
    }

    [Fact]
    public void Should_take_all_rows_for_training_when_there_is_no_Usage()
    {
        var path = _file.Write("pixels,emotion\n" + $"{FerText.Pixels(1)},disgusted\n{FerText.Pixels(2)},1\n");

        var set = FaceFile.Read(path);

        Assert.Equal([1, 1], set.Labels.ToArray());
        Assert.Equal([Split.Training, Split.Training], set.Splits.ToArray());
        Assert.Equal($"{path}: no PrivateTest row among 2; this file holds no final exam",
            Fails(() => FerCsv.Read(path, new ReadOptions { FinalExam = true })));
        Assert.Contains("row 1 (line 2): more than 2 fields; expected 2", Fails(() => FaceFile.Read(_file.Write("emotion,pixels\n" + FerText.Row()))));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n\r\n", "the file is empty")]
    [InlineData("emotion,pixels,Usage", "a header and no rows")]
    [InlineData("hello\nworld\n", "not FER-2013's CSV: the first line is 'hello'; expected the columns emotion, pixels and Usage")]
    [InlineData("emotion,pixels\n", "a header and no rows")]
    [InlineData("emotion,Usage\n", "column 'pixels' is missing")]
    [InlineData("pixels\n1 2 3\n", "labels are missing: there is no column 'emotion'; expected the columns emotion, pixels and Usage")]
    [InlineData("1 2 3\n", "labels are missing: the first row has no emotion; expected the columns emotion, pixels and Usage")]
    [InlineData("Training,1 2 3\n", "labels are missing: the first row has no emotion")]
    [InlineData("x,y,1 2 3\n", "there is no header, and the first row has 3 fields (unknown, unknown, Pixels)")]
    [InlineData("1,0,7,1 2 3\n", "there is no header, and the first row has more than 3 fields (Emotion, Emotion, unknown, Pixels)")]
    [InlineData("emotion,pixels,Usage,split\n", "unknown column 'split'")]
    [InlineData("emotion,pixels,usage\n", "unknown column 'usage'")]
    [InlineData("emotion,pixels,emotion\n", "column 'emotion' stands twice")]
    [InlineData("PK\u0003\u0004zip", "damaged or truncated zip")]
    public void Should_refuse_what_is_no_such_file(string text, string expected)
    {
        var path = _file.Write(text);

        var message = Fails(() => FaceFile.Read(path));

        Assert.StartsWith(path + ": ", message);
        Assert.Contains(expected, message);
    }

    [Theory]
    [InlineData("7", null, "Training", "emotion '7'; expected a label from 0 to 6 (angry, disgust, fear, happy, sad, surprise, neutral)")]
    [InlineData("-1", null, "Training", "emotion '-1'; expected a label from 0 to 6 (angry, disgust, fear, happy, sad, surprise, neutral)")]
    [InlineData("", null, "Training", "emotion ''; expected a label from 0 to 6 (angry, disgust, fear, happy, sad, surprise, neutral)")]
    [InlineData("cheerful", null, "Training", "emotion 'cheerful'; expected a label from 0 to 6 (angry, disgust, fear, happy, sad, surprise, neutral)")]
    [InlineData("3", null, "train", "Usage 'train'; expected Training, PublicTest or PrivateTest")]
    [InlineData("3", null, "", "Usage ''; expected Training, PublicTest or PrivateTest")]
    [InlineData("3", null, "Training,", "more than 3 fields; expected 3")]
    [InlineData("3", "1 2 3", "Training", "3 pixels; expected 2304 (48×48)")]
    [InlineData("3", "", "Training", "0 pixels; expected 2304 (48×48)")]
    [InlineData("3", "1 x2 3", "Training", "pixel 2 is 'x2'; expected a whole number from 0 to 255")]
    [InlineData("3", "256 1", "Training", "pixel 1 is '256'; expected a whole number from 0 to 255")]
    [InlineData("3", "1 99999999999 1", "Training", "pixel 2 is '99999999999'; expected a whole number from 0 to 255")]
    [InlineData("3", "1 -2", "Training", "pixel 2 is '-2'; expected a whole number from 0 to 255")]
    [InlineData("3", "1.5", "Training", "pixel 1 is '1.5'; expected a whole number from 0 to 255")]
    [InlineData("3", "\"1 2", "Training", "the quote in field Pixels is not closed in its line")]
    public void Should_name_row_line_and_fault_when_a_row_is_wrong(string emotion, string? pixels, string usage, string expected)
    {
        // Row 3 stands in line 5: the header and a blank line come before.
        var path = _file.Write(FerText.Header + FerText.Row() + "\n" + FerText.Row() + FerText.Row(emotion, pixels, usage));

        var message = Fails(() => FaceFile.Read(path));

        Assert.Equal($"{path}, row 3 (line 5): {expected}", message);
    }

    [Fact]
    public void Should_name_the_pixel_whichever_it_is()
    {
        var faults = from at in Gen.Choose(0, FaceSet.PixelsPerFace - 1)
                     from fault in Gen.Elements("256", "300", "999", "1000", "x", "1x", "-1", "+1", "0x1", "1.0", "１", "1\t2", "12\0", ";")
                     select (at, fault);
        Prop.ForAll(faults.ToArbitrary(), IsNamed).QuickCheckThrowOnFailure();

        void IsNamed((int At, string Fault) it)
        {
            var pixels = FerText.Pixels().Split(' ');
            pixels[it.At] = it.Fault;
            var message = Fails(() => FaceFile.Read(_file.Write(FerText.Header + FerText.Row("3", string.Join(' ', pixels)))));
            Assert.Contains($"row 1 (line 2): pixel {it.At + 1} is '", message);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(+1)]
    [InlineData(-1000)]
    [InlineData(+1000)]
    public void Should_count_pixels_when_there_are_too_few_or_too_many(int more)
    {
        var pixels = string.Join(' ', Enumerable.Repeat("128", FaceSet.PixelsPerFace + more));

        var message = Fails(() => FaceFile.Read(_file.Write(FerText.Header + FerText.Row("3", pixels))));

        Assert.Contains($"{FaceSet.PixelsPerFace + more} pixels; expected 2304", message);
    }

    [Fact]
    public void Should_refuse_a_row_that_stops_early()
    {
        Assert.Contains("row 1 (line 2): the row ends in its field Emotion; expected 3 fields",
            Fails(() => FaceFile.Read(_file.Write(FerText.Header + "3\n"))));
        Assert.Contains("row 1 (line 2): the row ends in its field Pixels; expected 3 fields",
            Fails(() => FaceFile.Read(_file.Write(FerText.Header + "3," + FerText.Pixels()))));
    }

    [Fact]
    public void Should_refuse_the_whole_file_wherever_a_gzip_is_cut()
    {
        var whole = FerText.Gzip(Encoding.UTF8.GetBytes(FerText.Header + FerText.Row() + FerText.Row("4", FerText.Pixels(1))));
        for (var length = 2; length < whole.Length; length++)
        {
            var path = _file.Write(whole[..length]);
            Assert.StartsWith($"{path}: damaged or truncated gzip", Fails(() => FaceFile.Read(path)));
        }

        Assert.Equal(2, FaceFile.Read(_file.Write(whole)).Count);
    }

    [Fact]
    public void Should_refuse_a_gzip_that_is_cut_between_two_rows()
    {
        // Flushed after the first row, so that the bytes up to there inflate to a file that looks complete.
        using var memory = new MemoryStream();
        using var gzip = new GZipStream(memory, CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(FerText.Header + FerText.Row()));
        gzip.Flush();

        var message = Fails(() => FaceFile.Read(_file.Write(memory.ToArray())));

        Assert.Contains("damaged or truncated gzip", message);
    }

    [Fact]
    public void Should_read_a_gzip_of_any_length_and_of_several_members()
    {
        // The end of a file meets the inflater's buffer of 8 kB at every offset. (The header's extra field pads: FEXTRA, RFC 1952.)
        var member = FerText.Gzip(Encoding.UTF8.GetBytes(FerText.Header + FerText.Row()));
        var extra = 3 * 8192 - member.Length - 40;
        for (var length = extra; length < extra + 80; length++)
        {
            byte[] padded = [.. member[..3], 4, .. member[4..10], (byte)length, (byte)(length >> 8), .. new byte[length], .. member[10..]];
            Assert.Equal(1, FaceFile.Read(_file.Write(padded)).Count);
        }

        byte[] two = [.. member, .. FerText.Gzip(Encoding.UTF8.GetBytes(FerText.Row("5")))];
        Assert.Equal([3, 5], FaceFile.Read(_file.Write(two)).Labels.ToArray());
        Assert.Contains("other data follow", Fails(() => FaceFile.Read(_file.Write([.. member, 1, 2, 3]))));
    }

    [Fact]
    public void Should_refuse_a_gzip_with_a_flipped_bit()
    {
        var whole = FerText.Gzip(Encoding.UTF8.GetBytes(FerText.Header + FerText.Row()));
        for (var at = 10; at < whole.Length; at += 7)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x10;
            Fails(() => FaceFile.Read(_file.Write(damaged)));
        }
    }

    [Fact]
    public void Should_refuse_bytes_that_are_no_text()
    {
        var noise = new byte[3 << 20];
        var random = new SeededRandom(1);
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (byte)(random.NextInt(255) is var octet && octet == '\n' ? 0 : octet);
        noise[0] = 0;

        Assert.Contains("line 1 is longer than 1048576 bytes", Fails(() => FaceFile.Read(_file.Write(noise))));
        Assert.Contains("the first line is '?", Fails(() => FaceFile.Read(_file.Write("\0\u0001\u0002\n"))));
        Assert.DoesNotContain('\n', Fails(() => FaceFile.Read(_file.Write([0x1F, 0x8B, 0, 1, 2, 3]))));
    }

    [Fact]
    public void Should_refuse_a_missing_path()
    {
        var missing = Path.Combine(_file.FolderPath, "nothing.csv");
        Assert.Equal(
            $"{missing}: no such file or folder; expected FER-2013's CSV (plain or in a gzip, zip or tar file), "
                + "a folder with one folder per class, Parquet, or a cache",
            Fails(() => FaceFile.Read(missing)));
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_read_the_real_file()
    {
        var path = RealData.Fer2013();
        Assert.SkipWhen(path is null, RealData.Absent);

        var set = FaceFile.Read(path!);

        var training = set.Part(Split.Training);
        var publicTest = set.Part(Split.PublicTest);
        Assert.Equal(28_709, training.Count);
        Assert.Equal(3_589, publicTest.Count);
        Assert.Equal(training.Count + publicTest.Count, set.Count);
        Assert.Equal([3995, 436, 4097, 7215, 4830, 3171, 4965], training.CountByClass());
        Assert.Equal([467, 56, 496, 895, 653, 415, 607], publicTest.CountByClass());
        // The hash that NumPy and pandas get over the same bytes.
        Assert.Equal("4347dc29bdfde557dfb40c7fe79410cc3a090847e48f9a9069ea47091044273d", set.Sha256);
    }

    private static string Fails(Action read)
    {
        var message = Assert.Throws<FaceDataException>(read).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private void IsGivenBack(Form form)
    {
        var random = new SeededRandom((ulong)form.Seed);
        var pixels = new byte[form.Faces * FaceSet.PixelsPerFace];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)random.NextInt(form.Seed % 3 == 0 ? 12 : 256);
        var labels = Enumerable.Range(0, form.Faces).Select(_ => (byte)random.NextInt(7)).ToArray();
        var splits = labels.Select(label => label % 2 == 0 || !form.Usage ? Split.Training : Split.PublicTest).ToArray();

        var set = FerCsv.Read(_file.Write(form.Write(pixels, labels, splits)), ReadOptions.Default);

        Assert.True(set.Pixels.Span.SequenceEqual(pixels));
        Assert.Equal(labels, set.Labels.ToArray());
        Assert.Equal(splits, set.Splits.ToArray());
        Assert.Equal(0, set.Withheld);
        Assert.Same(FaceOrigins.Rows, set.Origins);
    }

    /// <summary>One way to write the same faces.</summary>
    internal sealed record Form(
        int Faces, int Seed, int[] Order, string NewLine, string LastNewLine, string Mark, string Quote, string Spaces, bool Header, bool Usage,
        bool Names, Container Container)
    {
        public byte[] Write(byte[] pixels, byte[] labels, Split[] splits)
        {
            var lines = Enumerable.Range(0, Faces).Select(i => Line([
                Names ? Emotions.Names[labels[i]].ToUpperInvariant() : $"{labels[i]}",
                Quote + string.Join(' ', pixels.Skip(i * FaceSet.PixelsPerFace).Take(FaceSet.PixelsPerFace)) + Quote,
                Quote + splits[i] + Quote,
            ]));
            if (Header)
                lines = lines.Prepend(Line(["emotion", "pixels", "Usage"]));
            return FerText.Pack(Container, Encoding.UTF8.GetBytes(Mark + string.Join(NewLine, lines) + LastNewLine));
        }

        private string Line(string[] fields) => string.Join(Spaces + "," + Spaces, Order.Where(i => Usage || i < 2).Select(i => fields[i]));
    }
}
