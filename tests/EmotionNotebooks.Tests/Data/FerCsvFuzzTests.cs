using System.Diagnostics;
using System.Formats.Tar;
using System.Text;

namespace EmotionNotebooks.Tests.Data;

/// <summary>Small valid files, damaged at random (by a fixed seed): the reader gives all faces, or says what is wrong.</summary>
public sealed class FerCsvFuzzTests : IDisposable
{
    private const int MutationsPerKind = 700;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(FerText.Header + FerText.Row("0", FerText.Pixels(1))
        + FerText.Row("6", FerText.Pixels(2), "PublicTest") + FerText.Row("2", FerText.Pixels(3), "PrivateTest"));

    private static readonly byte[] VotesCsv = Encoding.UTF8.GetBytes(
        "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n"
        + "Training,fer0000000.png,4,0,0,1,3,2,0,0,0,0\nPublicTest,,0,0,0,0,0,0,0,0,0,10\nPrivateTest,fer0000002.png,1,1,1,1,1,1,1,1,1,1\n");

    private readonly FerText _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(Container.Plain)]
    [InlineData(Container.Gzip)]
    [InlineData(Container.Zip)]
    [InlineData(Container.Tar)]
    [InlineData(Container.TarGzip)]
    public void Should_read_all_or_refuse_when_a_file_is_damaged(Container container)
    {
        var valid = FerText.Pack(container, Csv);
        var whole = FaceFile.Read(_file.Write(valid)).Sha256;
        var outcomes = new int[2];
        for (var seed = 0; seed < MutationsPerKind; seed++)
        {
            var damaged = Mutate(valid, seed);
            var path = _file.Write(damaged);
            var set = Read(path, new ReadOptions(), seed);
            outcomes[set is null ? 0 : 1]++;
            if (set is not null && container is not (Container.Plain or Container.Tar))
                Assert.True(set.Sha256 == whole, $"mutation {seed}: other faces, though a checksum is there to tell");
            else if (set is not null && RowsIn(container, damaged) is { } rows)
                Assert.True(set.Count + set.Withheld == rows, $"mutation {seed}: {set.Count} + {set.Withheld} of {rows} rows");
            var badFaces = BadFaces.Skip();
            set = Read(path, new ReadOptions { BadFaces = badFaces }, seed);
            if (set is not null && container is Container.Plain or Container.Tar && RowsIn(container, damaged) is { } all)
                Assert.True(set.Count + set.Withheld + badFaces.LeftOut.Count == all, $"mutation {seed}: rows lost");
        }

        // Or else the mutations show nothing.
        Assert.All(outcomes, count => Assert.True(count > 0, $"{outcomes[0]} refused, {outcomes[1]} read"));
    }

    [Fact]
    public void Should_read_all_or_refuse_when_votes_are_damaged()
    {
        var faces = _file.Write(Csv);
        var outcomes = new int[2];
        for (var seed = 0; seed < MutationsPerKind; seed++)
        {
            var votes = _file.Write(Mutate(VotesCsv, seed), "votes.csv");
            var set = Read(faces, new ReadOptions { Votes = votes }, seed);
            outcomes[set is null ? 0 : 1]++;
            if (set is null)
                continue;
            Assert.Equal((2, 1), (set.Votes!.Count, set.Withheld));
            for (var i = 0; i < set.Count; i++)
                Assert.True(set.Votes[i].IndexOfAnyExceptInRange((byte)0, (byte)10) < 0, $"mutation {seed}");
        }

        Assert.All(outcomes, count => Assert.True(count > 0, $"{outcomes[0]} refused, {outcomes[1]} read"));
    }

    private static FaceSet? Read(string path, ReadOptions options, int seed)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            return FaceFile.Read(path, options);
        }
        catch (FaceDataException e)
        {
            Assert.False(e.Message.Contains('\n') || e.Message.Contains('\r'), $"mutation {seed}: {e.Message}");
            Assert.True(e.Message.StartsWith(path, StringComparison.Ordinal) || options.Votes is not null, $"mutation {seed}: {e.Message}");
            return null;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"mutation {seed} of {path}", e);
        }
        finally
        {
            Assert.True(clock.Elapsed < Longest, $"mutation {seed} took {clock.Elapsed}");
        }
    }

    // Counted in the plainest way, beside the reader's; null where that can't be done.
    private static int? RowsIn(Container container, byte[] content)
    {
        try
        {
            var text = Encoding.Latin1.GetString(container == Container.Tar ? CsvIn(content) : content);
            var lines = text.Split('\n').Where(line => line.Length > 0 && line != "\r").ToArray();
            return lines.Length - (lines[0].Contains("emotion") ? 1 : 0);
        }
        catch (InvalidDataException)
        {
            return null; // a header whose damage keeps its checksum: the platform's reader minds fields that ours does not read
        }
    }

    private static byte[] CsvIn(byte[] archive)
    {
        using var tar = new TarReader(new MemoryStream(archive));
        var entry = tar.GetNextEntry();
        while (!entry!.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            entry = tar.GetNextEntry();
        using var content = new MemoryStream();
        entry.DataStream!.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Mutate(byte[] valid, int seed)
    {
        var random = new SeededRandom((ulong)seed).Fork("mutation");
        var bytes = valid.ToList();
        for (var times = 1 + random.NextInt(3); times > 0; times--)
        {
            var at = Place(bytes, random);
            var length = Math.Min(bytes.Count - at, 1 + random.NextInt(random.NextInt(4) == 0 ? 4000 : 8));
            switch (random.NextInt(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.NextInt(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.NextInt(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.InsertRange(at, "\n,\r\n\n \",0 -1\0,,7"u8.Slice(random.NextInt(12), 1 + random.NextInt(5)));
                    break;
                default:
                    if (random.NextInt(3) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    else
                        bytes.Reverse(at, length);
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }

    // Anywhere, or where the structure is: beside separators, at the beginning and at the end.
    private static int Place(List<byte> bytes, SeededRandom random)
    {
        var at = random.NextInt(bytes.Count);
        switch (random.NextInt(4))
        {
            case 0:
                var separators = Enumerable.Range(0, bytes.Count).Where(i => bytes[i] is (byte)',' or (byte)'\n').ToArray();
                return separators.Length == 0 ? at : Math.Clamp(separators[random.NextInt(separators.Length)] + random.NextInt(8) - 4, 0, bytes.Count - 1);
            case 1:
                return Math.Min(at, random.NextInt(600));
            case 2:
                return Math.Max(at, bytes.Count - 1 - random.NextInt(200));
            default:
                return at;
        }
    }
}
