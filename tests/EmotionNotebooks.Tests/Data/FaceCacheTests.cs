using System.Text;

namespace EmotionNotebooks.Tests.Data;

public sealed class FaceCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Kinds => ["plain", "votes and numbers", "names and classes"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Should_give_back_everything_when_read(string kind)
    {
        var faces = Make(kind);
        var path = _folder.File("a.faces");
        FaceCache.Write(faces, path);

        var read = FaceFile.Read(path);

        Assert.Equal(faces.Sha256, read.Sha256);
        Assert.Equal((path, faces.Withheld), (read.Source, read.Withheld));
        Assert.Equal(faces.ClassNames, read.ClassNames);
        Assert.Equal(faces.Votes?.Bytes.ToArray(), read.Votes?.Bytes.ToArray());
        Assert.Equal(Enumerable.Range(0, faces.Count).Select(i => faces.Origins[i]), Enumerable.Range(0, faces.Count).Select(i => read.Origins[i]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Should_be_refused_when_any_byte_has_changed(string kind)
    {
        var path = _folder.File("a.faces");
        FaceCache.Write(Make(kind), path);
        var whole = File.ReadAllBytes(path);
        var random = new SeededRandom(7);
        for (var i = 0; i < 300; i++)
        {
            // The first bytes decide most; the rest is drawn.
            var at = i < 100 ? i * 7 : random.NextInt(whole.Length);
            var bytes = whole.ToArray();
            bytes[at] ^= (byte)(1 << random.NextInt(8));
            File.WriteAllBytes(path, bytes);

            Assert.Throws<FaceDataException>(() => FaceFile.Read(path));
        }
    }

    [Fact]
    public void Should_be_refused_when_cut_or_longer()
    {
        var path = _folder.File("a.faces");
        FaceCache.Write(Make("plain"), path);
        var whole = File.ReadAllBytes(path);
        foreach (var length in new[] { 8, 11, 40, 44, 200, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Contains("damaged face cache", Assert.Throws<FaceDataException>(() => FaceFile.Read(path)).Message, StringComparison.Ordinal);
        }

        File.WriteAllBytes(path, [.. whole, 0]);
        Assert.Contains("damaged face cache", Assert.Throws<FaceDataException>(() => FaceFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_never_hold_the_final_exam()
    {
        Assert.Throws<FaceDataException>(() => FaceCache.Write(FakeFaces.Bars(7, Split.PrivateTest), _folder.File("a.faces")));
        FaceCache.Write(FakeFaces.Mixed(7, 7), _folder.File("b.faces"));
        Assert.Contains("never holds the final exam",
            Assert.Throws<FaceDataException>(() => FaceFile.ReadFinalExam(_folder.File("b.faces"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_void_when_the_named_source_has_changed()
    {
        var source = Csv("s.csv", rows: 20);
        FaceCache.Write(FaceFile.Read(source), _folder.File("a.faces"), source);
        Assert.Equal(20, FaceFile.Read(_folder.File("a.faces")).Count);
        File.AppendAllText(source, FerText.Row("1", FerText.Pixels(99)));

        Assert.Contains("has changed since", Assert.Throws<FaceDataException>(() => FaceFile.Read(_folder.File("a.faces"))).Message, StringComparison.Ordinal);

        File.Delete(source);
        Assert.Equal(20, FaceFile.Read(_folder.File("a.faces")).Count);
    }

    [Fact]
    public void Should_read_the_source_once_when_it_stays_the_same()
    {
        var source = Csv("s.csv", rows: 20);
        var options = new ReadOptions { CacheFolder = _folder.File("caches") };
        var first = FaceFile.Read(source, options);
        var cache = Assert.Single(Directory.GetFiles(_folder.File("caches")));
        var made = File.GetLastWriteTimeUtc(cache);

        // Only touched: the content's hash tells.
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddHours(1));
        var second = FaceFile.Read(source, options);

        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Equal(source, second.Source);
        Assert.Equal(made, File.GetLastWriteTimeUtc(cache));
    }

    [Fact]
    public void Should_read_the_source_again_when_it_changed_under_the_same_length_and_name()
    {
        var source = Csv("s.csv", rows: 20);
        var options = new ReadOptions { CacheFolder = _folder.File("caches") };
        var first = FaceFile.Read(source, options);
        var text = File.ReadAllText(source);
        File.WriteAllBytes(source, Encoding.UTF8.GetBytes(text.Replace("\n0,", "\n6,", StringComparison.Ordinal)));
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddHours(1));

        var second = FaceFile.Read(source, options);

        Assert.NotEqual(first.Sha256, second.Sha256);
        Assert.Equal(FaceFile.Read(source).Sha256, second.Sha256);
    }

    [Fact]
    public void Should_be_made_anew_when_damaged()
    {
        var source = Csv("s.csv", rows: 20);
        var options = new ReadOptions { CacheFolder = _folder.File("caches") };
        var first = FaceFile.Read(source, options);
        var cache = Assert.Single(Directory.GetFiles(_folder.File("caches")));
        File.WriteAllBytes(cache, File.ReadAllBytes(cache)[..1000]);

        Assert.Equal(first.Sha256, FaceFile.Read(source, options).Sha256);
        Assert.True(new FileInfo(cache).Length > 1000);
    }

    [Fact]
    public void Should_do_without_when_the_folder_cannot_be_made()
    {
        var source = Csv("s.csv", rows: 20);
        File.WriteAllText(_folder.File("file"), "");

        Assert.Equal(20, FaceFile.Read(source, new ReadOptions { CacheFolder = Path.Combine(_folder.File("file"), "caches") }).Count);
    }

    private static FaceSet Make(string kind)
    {
        var bars = FakeFaces.Mixed(14, 7);
        return kind switch
        {
            "plain" => bars,
            "votes and numbers" => new FaceSet(bars.Pixels, bars.Labels.ToArray(), bars.Splits.ToArray(), "x", withheld: 5)
            {
                Origins = FaceOrigins.Numbered([.. Enumerable.Range(100, 21)]),
                Votes = new FaceVotes(Enumerable.Range(0, 210).Select(i => (byte)(i % 11)).ToArray()),
            },
            _ => new FaceSet(bars.Pixels, bars.Labels.ToArray(), bars.Splits.ToArray(), "x", ["a", "b", "c", "d", "e", "f", "größer"])
            {
                Origins = FaceOrigins.Named([.. Enumerable.Range(0, 21).Select(i => $"Ordner ü/{i}.png")]),
            },
        };
    }

    private string Csv(string name, int rows)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, FerText.Header + string.Concat(Enumerable.Range(0, rows)
            .Select(i => FerText.Row($"{i % 7}", FerText.Pixels(i), i % 5 == 4 ? "PublicTest" : "Training"))));
        return path;
    }
}
