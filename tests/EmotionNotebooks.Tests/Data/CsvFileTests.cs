using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace EmotionNotebooks.Tests.Data;

public sealed class CsvFileTests : IDisposable
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(FerText.Header + FerText.Row("4", FerText.Pixels(5)) + FerText.Row("2", FerText.Pixels(6)));
    private static readonly byte[] WithoutUsage = Encoding.UTF8.GetBytes("emotion,pixels\n" + $"1,{FerText.Pixels(1)}\n");
    private static readonly byte[] WithoutLabels = Encoding.UTF8.GetBytes("pixels\n" + FerText.Pixels(2) + "\n");

    private readonly FerText _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Should_choose_the_file_that_knows_the_splits_when_Kaggle_packs_several()
    {
        // The competition's archive: the whole set has its columns in another order, with blanks in the header.
        var whole = Encoding.UTF8.GetBytes("emotion, Usage, pixels\n" + $"0,Training,{FerText.Pixels(3)}\n6,PublicTest,{FerText.Pixels(4)}\n");
        var path = _file.Write(FerText.Zip(
            ("example_submission.csv", "id,emotion\n"u8.ToArray()),
            ("fer2013.tar.gz", FerText.Gzip(FerText.Tar(("fer2013/fer2013.csv", Csv)))),
            ("train.csv", WithoutUsage),
            ("icml_face_data.csv", whole),
            ("test.csv", WithoutLabels)));

        var set = FaceFile.Read(path);

        Assert.Equal($"{path} (icml_face_data.csv)", set.Source);
        Assert.Equal([0, 6], set.Labels.ToArray());
        Assert.Equal([Split.Training, Split.PublicTest], set.Splits.ToArray());
        Assert.Equal(FerText.Values(4), set.Face(1).ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_take_the_file_without_splits_when_there_is_none_with(bool isZip)
    {
        (string, byte[])[] members = [("test.csv", WithoutLabels), ("train.csv", WithoutUsage)];

        var set = FaceFile.Read(_file.Write(isZip ? FerText.Zip(members) : FerText.Tar(members)));

        Assert.Equal(1, set.Count);
        Assert.Equal(FerText.Values(1), set.Face(0).ToArray());
    }

    [Fact]
    public void Should_say_what_there_is_when_no_member_fits()
    {
        (string, byte[])[] members =
        [
            ("a/", []), ("a/test.csv", WithoutLabels), ("notes.csv", "hello\n"u8.ToArray()), ("README", "x"u8.ToArray()), ("empty.csv", []),
        ];
        const string expected = "no member is FER-2013's CSV: a/test.csv (labels are missing: there is no column 'emotion'), "
            + "notes.csv (not FER-2013's CSV: the first line is 'hello'), README, empty.csv (not FER-2013's CSV: the first line is ''); "
            + "expected one with the columns emotion, pixels and Usage";

        foreach (var content in new[] { FerText.Zip(members), FerText.Tar(members), FerText.Gzip(FerText.Tar(members)) })
        {
            var path = _file.Write(content);
            Assert.Equal($"{path}: {expected}", Fails(path));
        }
    }

    [Fact]
    public void Should_point_to_the_folder_when_the_archive_holds_pictures()
    {
        var path = _file.Write(FerText.Zip([.. Enumerable.Range(0, 20).Select(i => ($"train/angry/{i}.jpg", new byte[3]))]));

        Assert.Equal(
            $"{path}: no member is FER-2013's CSV: {string.Join(", ", Enumerable.Range(0, 8).Select(i => $"train/angry/{i}.jpg"))} and 12 more; "
                + "expected one with the columns emotion, pixels and Usage (for pictures, unpack it and name the folder)",
            Fails(path));
    }

    [Fact]
    public void Should_name_them_when_several_members_fit()
    {
        (string, byte[])[] members = [("a.csv", Csv), ("b.csv", WithoutUsage), ("c/d.csv", Csv)];

        foreach (var content in new[] { FerText.Zip(members), FerText.Tar(members), FerText.Gzip(FerText.Tar(members)) })
        {
            var path = _file.Write(content);
            Assert.Equal($"{path}: 2 members are FER-2013's CSV: a.csv, c/d.csv; expected one: unpack the one you mean", Fails(path));
        }
    }

    [Fact]
    public void Should_say_so_when_the_archive_is_empty()
    {
        var path = _file.Write(FerText.Zip());

        Assert.Equal($"{path}: the archive is empty; expected FER-2013's CSV in it", Fails(path));
    }

    [Theory]
    [InlineData("../fer2013.csv")]
    [InlineData("a/../../fer2013.csv")]
    [InlineData("/etc/fer2013.csv")]
    [InlineData("C:fer2013.csv")]
    [InlineData("c:\\fer2013.csv")]
    [InlineData("..\\fer2013.csv")]
    [InlineData("a\\..\\..\\fer2013.csv")]
    [InlineData("\\\\server\\fer2013.csv")]
    [InlineData("a/.. /fer2013.csv")]
    [InlineData("..")]
    public void Should_refuse_the_archive_when_a_name_leads_out_of_it(string name)
    {
        // Wherever it stands, and whatever else there is to read.
        foreach (var members in new (string, byte[])[][] { [("fer2013.csv", Csv), (name, Csv)], [(name, []), ("fer2013.csv", Csv)] })
        {
            foreach (var content in new[] { FerText.Zip(members), FerText.Tar(members), FerText.Gzip(FerText.Tar(members)) })
            {
                var path = _file.Write(content);
                Assert.Equal($"{path}: the name of member '{name}' leads out of the archive; expected names inside it", Fails(path));
            }
        }
    }

    [Theory]
    [InlineData("a..b/fer2013.csv")]
    [InlineData("./fer2013.csv")]
    [InlineData("data\\fer2013.csv")]
    [InlineData("...csv")]
    public void Should_read_the_archive_when_a_name_only_looks_odd(string name)
    {
        Assert.Equal(2, FaceFile.Read(_file.Write(FerText.Zip((name, Csv)))).Count);
        Assert.Equal(2, FaceFile.Read(_file.Write(FerText.Tar((name, Csv)))).Count);
    }

    [Fact]
    public void Should_read_every_kind_of_tar()
    {
        var longName = string.Concat(Enumerable.Repeat("folder-of-some-length/", 12)) + "fer2013.csv";
        foreach (var format in new[] { TarEntryFormat.V7, TarEntryFormat.Ustar, TarEntryFormat.Pax, TarEntryFormat.Gnu })
        {
            var path = _file.Write(FerText.Tar(format, ("README", "x"u8.ToArray()), ("fer2013.csv", Csv)));
            Assert.Equal(2, FaceFile.Read(path).Count);
            if (format is not (TarEntryFormat.Pax or TarEntryFormat.Gnu))
                continue;
            path = _file.Write(FerText.Tar(format, (longName, Csv)));
            Assert.Equal($"{path} ({longName[..100]}…)", FaceFile.Read(path).Source);
        }

        var split = string.Concat(Enumerable.Repeat("folder-of-some-length/", 6)) + "fer2013.csv"; // in two fields of the header
        Assert.EndsWith($"({split[..100]}…)", FaceFile.Read(_file.Write(FerText.Tar((split, Csv)))).Source);
    }

    [Fact]
    public void Should_refuse_the_archive_wherever_it_is_cut()
    {
        foreach (var container in new[] { Container.Zip, Container.Tar, Container.TarGzip })
        {
            // A tar ends with two blocks of zeros, of which one is enough.
            var whole = FerText.Pack(container, Csv);
            var least = container == Container.Tar ? whole.Length - 512 : whole.Length;
            for (var length = container == Container.Tar ? 512 : 4; length < least; length += Math.Clamp(least - length - 150, 1, 97))
                Fails(_file.Write(whole[..length]));
            Assert.Equal(2, FaceFile.Read(_file.Write(whole[..least])).Count);
        }
    }

    [Fact]
    public void Should_say_what_is_wrong_when_a_tar_is_damaged()
    {
        var whole = FerText.Tar(("fer2013.csv", Csv));
        var path = _file.Write(whole);

        Assert.Equal($"{path}: damaged or truncated tar (a header has a wrong checksum); expected a complete file", FailsWith(124, (byte)'1'));
        Assert.Equal($"{path}: damaged or truncated tar (a header has a wrong checksum); expected a complete file", FailsWith(0, (byte)'g'));
        _file.Write(whole[..^1024]);
        Assert.Equal($"{path}: damaged or truncated tar (it ends without tar's end mark); expected a complete file", Fails(path));
        _file.Write(whole[..2048]);
        Assert.Equal($"{path}: damaged or truncated tar (it ends within a member); expected a complete file", Fails(path));

        string FailsWith(int at, byte value)
        {
            var damaged = whole.ToArray();
            damaged[at] = value;
            return Fails(_file.Write(damaged));
        }
    }

    [Fact]
    public void Should_check_length_and_checksum_when_a_zip_says_them()
    {
        // Stored without compression, so that a changed pixel is still a pixel.
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = zip.CreateEntry("fer2013.csv", CompressionLevel.NoCompression).Open();
            member.Write(Csv);
        }

        var whole = memory.ToArray();
        var directory = whole.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var pixel = whole.AsSpan().IndexOf("4,155 "u8) + 2;

        var damaged = whole.ToArray();
        damaged[pixel + 1] = (byte)'4';
        var path = _file.Write(damaged);
        Assert.Equal(
            $"{path} (fer2013.csv): damaged or truncated zip (member 'fer2013.csv' has a wrong checksum); expected a complete file", Fails(path));

        foreach (var change in new[] { -1, +1 })
        {
            damaged = FerText.Zip(("fer2013.csv", Csv));
            directory = damaged.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
            BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(directory + 24), Csv.Length + change);
            path = _file.Write(damaged);
            Assert.Contains("damaged or truncated zip", Fails(path));
        }
    }

    [Fact]
    public void Should_say_so_when_a_zip_is_encrypted()
    {
        var encrypted = FerText.Zip(("fer2013.csv", Csv));
        encrypted[encrypted.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        encrypted[6] |= 1;
        var path = _file.Write(encrypted);

        Assert.Equal(
            $"{path}: no member is FER-2013's CSV: fer2013.csv (encrypted: unpack it with its password); "
                + "expected one with the columns emotion, pixels and Usage",
            Fails(path));
    }

    [Fact]
    public void Should_refuse_a_bomb_before_it_goes_off()
    {
        // 64 MiB of one digit in 300 kB, but the line never ends.
        using (var file = File.Create(_file.Write([], "bomb.gz")))
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        {
            var letters = Enumerable.Repeat((byte)'7', 1 << 20).ToArray();
            gzip.Write("emotion,pixels,Usage\n"u8);
            for (var i = 0; i < 64; i++)
                gzip.Write(letters);
        }

        Assert.Contains("line 2 is longer than 1048576 bytes", Fails(Path.Combine(_file.FolderPath, "bomb.gz")));
    }

    [Fact]
    public void Should_refuse_a_gzip_that_inflates_to_more_than_a_set_can_hold()
    {
        var path = _file.Write(FerText.Gzip(new byte[5000]));
        using var file = File.OpenRead(path);
        using var content = new GzipContent(file, longest: 4000);

        var message = Assert.Throws<InvalidDataException>(() => content.CopyTo(Stream.Null)).Message;

        Assert.Equal("it inflates to more than 4000 bytes, more than one set of faces has", message);
        Assert.True(CsvFile.LongestText > 8L << 30);
    }

    [Fact]
    public void Should_refuse_a_zip_member_that_says_it_has_more_than_a_set_can_hold()
    {
        // In zip64's extra field: the directory's length is all ones, and the true one follows the name.
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = zip.CreateEntry("x.csv").Open();
            member.Write(Csv);
        }

        var bytes = memory.ToArray();
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        byte[] extra = [1, 0, 8, 0, 0, 0, 0, 0, 9, 0, 0, 0]; // 9 × 2³² bytes
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + 24), uint.MaxValue);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(directory + 30), (short)extra.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(end + 12), end - directory + extra.Length);
        var path = _file.Write([.. bytes[..end], .. extra, .. bytes[end..]]);

        Assert.Equal(
            $"{path}: no member is FER-2013's CSV: x.csv ({9L << 32} bytes: more than one set of faces has); "
                + "expected one with the columns emotion, pixels and Usage",
            Fails(path));
    }

    private static string Fails(string path)
    {
        var message = Assert.Throws<FaceDataException>(() => FaceFile.Read(path)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
