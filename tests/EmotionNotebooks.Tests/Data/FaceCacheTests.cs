using System.Security.Cryptography;
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
    public void Should_be_refused_when_a_byte_of_any_chunk_has_changed()
    {
        var path = _folder.File("a.faces");
        FaceCache.Write(Large(HashedParts.ChunkSize * 5 / 2 / FaceSet.PixelsPerFace), path);
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var pixels = Header(path).End;
        for (var start = pixels; start < file.Length; start += HashedParts.ChunkSize)
        {
            foreach (var at in new[] { start, start + 1, Math.Min(start + HashedParts.ChunkSize, file.Length) - 1 })
            {
                Flip(file, at);
                Assert.EndsWith("its content's hash is another; delete it, it is made anew from its source",
                    Assert.Throws<FaceDataException>(() => FaceFile.Read(path)).Message, StringComparison.Ordinal);
                Flip(file, at);
            }
        }

        Assert.Equal((int)(file.Length - pixels) / (FaceSet.PixelsPerFace + 2), FaceFile.Read(path).Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void Should_give_back_everything_when_pixels_end_at_a_chunk_or_beside_it(int more)
    {
        const int whole = 4096;
        Assert.Equal(0, whole * FaceSet.PixelsPerFace % HashedParts.ChunkSize);
        var faces = Large(whole + more);
        FaceCache.Write(faces, _folder.File("a.faces"));

        var read = FaceFile.Read(_folder.File("a.faces"));

        Assert.True(read.Pixels.Span.SequenceEqual(faces.Pixels.Span));
        Assert.True(read.Labels.SequenceEqual(faces.Labels));
        Assert.True(read.Splits.SequenceEqual(faces.Splits));
        // The hash that comes with the cache is the one that is computed over these faces.
        Assert.Equal(new FaceSet(read.Pixels, read.Labels.ToArray(), read.Splits.ToArray(), "x").Sha256, read.Sha256);
    }

    [Fact]
    public void Should_be_refused_when_header_and_content_do_not_belong_together()
    {
        // Each is whole by its own hash: another set's hash, none, and no faces at all.
        var path = _folder.File("a.faces");
        FaceCache.Write(Make("plain"), path);
        var whole = File.ReadAllBytes(path);
        var (header, end) = Header(path);
        var message = "a damaged face cache: its content's hash is another";

        Refuse(header with { Sha256 = Make("plain").Part(Split.Training).Sha256 }, whole[end..], message);
        Refuse(header with { Sha256 = "" }, whole[end..], message);
        Refuse(header with { RestSha256 = header.Sha256 }, whole[end..], message);
        Refuse(header with { Count = header.Count - 1 }, whole[end..], "bytes; expected");
        Refuse(header with { Count = 0, Sha256 = Convert.ToHexStringLower(SHA256.HashData([])) }, [], "a face cache of another version");

        void Refuse(FaceCacheHeader other, byte[] content, string expected)
        {
            File.WriteAllBytes(path, Cache(other.ToBytes(), content));
            Assert.Contains(expected, Assert.Throws<FaceDataException>(() => FaceFile.Read(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Should_be_made_anew_when_of_another_version()
    {
        var source = Csv("s.csv", rows: 20);
        var options = new ReadOptions { CacheFolder = _folder.File("caches") };
        var first = FaceFile.Read(source, options);
        var cache = Assert.Single(Directory.GetFiles(_folder.File("caches")));
        var now = File.ReadAllBytes(cache);
        var (header, end) = Header(cache);
        var next = header.ToBytes();
        BitConverter.TryWriteBytes(next, FaceCacheHeader.Version + 1);
        foreach (var other in new[] { """{"SourcePath":null,"Count":20}"""u8.ToArray(), next, [.. header.ToBytes(), 0], header.ToBytes()[..^1] })
        {
            File.WriteAllBytes(cache, Cache(other, now[end..]));

            Assert.EndsWith(": a face cache of another version; delete it, it is made anew from its source",
                Assert.Throws<FaceDataException>(() => FaceFile.Read(cache)).Message, StringComparison.Ordinal);
            Assert.Equal(first.Sha256, FaceFile.Read(source, options).Sha256);
            Assert.Equal(now, File.ReadAllBytes(cache));
        }
    }

    [Fact]
    public void Should_be_refused_when_cut_or_longer()
    {
        var path = _folder.File("a.faces");
        FaceCache.Write(Make("plain"), path);
        var whole = File.ReadAllBytes(path);
        foreach (var length in new[] { 8, 11, 12, 43, 40, 44, 200, whole.Length / 2, whole.Length - 1 })
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

    private static FaceSet Large(int count)
    {
        var pixels = new byte[count * FaceSet.PixelsPerFace];
        new Random(count).NextBytes(pixels);
        Split[] splits = [Split.PublicTest, .. new Split[count - 1]];
        return new FaceSet(pixels, new byte[count], splits, "x");
    }

    private static void Flip(FileStream file, long at)
    {
        file.Position = at;
        var old = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(old ^ 1));
        file.Flush();
    }

    // The header of a cache, and where its faces begin.
    private static (FaceCacheHeader Header, int End) Header(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var end = 44 + BitConverter.ToInt32(bytes, 8);
        return (FaceCacheHeader.TryParse(bytes[44..end])!, end);
    }

    private static byte[] Cache(byte[] header, byte[] content) =>
        [.. "EMOFACES"u8, .. BitConverter.GetBytes(header.Length), .. SHA256.HashData(header), .. header, .. content];

    private string Csv(string name, int rows)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, FerText.Header + string.Concat(Enumerable.Range(0, rows)
            .Select(i => FerText.Row($"{i % 7}", FerText.Pixels(i), i % 5 == 4 ? "PublicTest" : "Training"))));
        return path;
    }
}
