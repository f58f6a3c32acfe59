using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data;

public sealed class FerCsvWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_give_back_what_was_written()
    {
        var sets = from count in Gen.Choose(1, 60)
                   from seed in Gen.Choose(0, int.MaxValue)
                   from isExam in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
                   from name in Gen.Elements("faces.csv", "faces.csv.gz")
                   select (count, seed, isExam, name);
        Prop.ForAll(sets.ToArbitrary(), IsGivenBack).QuickCheckThrowOnFailure();

        void IsGivenBack((int Count, int Seed, bool IsExam, string Name) it)
        {
            var set = Random(it.Count, (ulong)it.Seed, it.IsExam);
            var path = _folder.File(it.Name);

            FerCsvWriter.Write(set, path);

            var read = it.IsExam ? FaceFile.ReadFinalExam(path) : FaceFile.Read(path);
            Assert.Equal(set.Sha256, read.Sha256);
        }
    }

    [Fact]
    public void Should_write_the_form_of_the_original_file()
    {
        var path = _folder.File("sub/faces.csv");
        var set = new FaceSet(FerText.Values(1).Concat(FerText.Values(2)).ToArray(), new byte[] { 3, 0 }, new[] { Split.Training, Split.PublicTest }, "two");

        FerCsvWriter.Write(set, path);

        Assert.Equal(FerText.Header + FerText.Row("3", FerText.Pixels(1)) + FerText.Row("0", FerText.Pixels(2), "PublicTest"), File.ReadAllText(path));
    }

    [Fact]
    public void Should_write_FER_labels_when_the_set_has_some_of_its_classes_in_another_order()
    {
        var path = _folder.File("faces.csv");
        var set = new FaceSet(new byte[2 * FaceSet.PixelsPerFace], new byte[] { 0, 1 }, new Split[2], "two", ["sad", "happy"]);

        FerCsvWriter.Write(set, path);

        Assert.Equal([4, 3], FaceFile.Read(path).Labels.ToArray());
    }

    [Fact]
    public void Should_refuse_other_classes_and_leave_the_older_file()
    {
        var path = _folder.File("faces.csv");
        File.WriteAllText(path, "older");
        var set = new FaceSet(new byte[FaceSet.PixelsPerFace], new byte[1], new Split[1], "calm faces", ["happy", "contempt"]);

        var message = Assert.Throws<FaceDataException>(() => FerCsvWriter.Write(set, path)).Message;

        Assert.Equal(
            "calm faces: class 'contempt'; FER-2013's CSV knows only angry, disgust, fear, happy, sad, surprise, neutral", message);
        Assert.Equal("older", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_write_the_real_file_byte_for_byte()
    {
        var path = RealData.Fer2013();
        Assert.SkipWhen(path is null, RealData.Absent);
        var written = _folder.File("faces.csv");

        FerCsvWriter.Write(FaceFile.Read(path!), written);

        using var file = File.OpenRead(path!);
        using var original = path!.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var ours = File.OpenRead(written);
        var (expected, found) = (new byte[1 << 20], new byte[1 << 20]);
        while (true)
        {
            var count = original.ReadAtLeast(expected, expected.Length, throwOnEndOfStream: false);
            Assert.Equal(count, ours.ReadAtLeast(found, found.Length, throwOnEndOfStream: false));
            Assert.True(expected.AsSpan(0, count).SequenceEqual(found.AsSpan(0, count)));
            if (count < expected.Length)
                break;
        }
    }

    private static FaceSet Random(int count, ulong seed, bool isExam)
    {
        var random = new SeededRandom(seed);
        var pixels = new byte[count * FaceSet.PixelsPerFace];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)random.NextInt(256);
        var labels = Enumerable.Range(0, count).Select(_ => (byte)random.NextInt(7)).ToArray();
        var splits = labels.Select(_ => isExam ? Split.PrivateTest : (Split)random.NextInt(2)).ToArray();
        return new(pixels, labels, splits, "random");
    }
}
