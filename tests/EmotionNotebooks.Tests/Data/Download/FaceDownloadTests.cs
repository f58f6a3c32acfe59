using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using EmotionNotebooks.Data.Download;
using static EmotionNotebooks.Tests.Data.Download.MisbehavingServer;

namespace EmotionNotebooks.Tests.Data.Download;

public sealed class FaceDownloadTests : IDisposable
{
    private const string Key = "0123456789abcdef";

    private static readonly byte[] File = FerText.Gzip(Encoding.UTF8.GetBytes(
        FerText.Header + FerText.Row() + FerText.Row("1") + FerText.Row(usage: "PublicTest") + FerText.Row(usage: "PrivateTest")));

    private static readonly KaggleSource Source = KaggleSource.Fer2013 with
    {
        FileName = "faces.csv.gz",
        Member = null,
        MemberMd5 = null,
        Counts = new FaceCounts(2, 1, 1),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly Listener _said = new();

    private string Target => _folder.File("faces.csv.gz");

    private string Part => Target + ".part";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Should_Fetch_And_Check_A_File()
    {
        var md5 = Convert.ToBase64String(Md5(File));
        using var server = new MisbehavingServer(Honest(File, "\"one\"", ("x-goog-hash", $"crc32c={Crc32C(File)}"), ("x-goog-hash", $"md5={md5}")));

        var file = await Run(server);

        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
        Assert.Equal((Target, File.Length, new FaceCounts(2, 1, 1), false), (file.Path, (int)file.Length, file.Counts, file.WasThere));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File)), file.Sha256);
        Assert.Equal(
            [$"length {File.Length}, as the server says", "MD5, as the server says", "CRC-32C, as the server says",
                "reads as faces: 2 Training, 1 PublicTest and 1 PrivateTest faces"],
            file.Checks);
        Assert.Equal(Target, Assert.Single(Directory.GetFiles(_folder.Path)));
        var request = Assert.Single(server.Requests);
        Assert.Equal("/api/v1/" + KaggleSource.Fer2013.Path, request.Path);
        Assert.Equal(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"ada:{Key}"))).ToString(), request["Authorization"]);
        Assert.Equal((File.Length, File.Length), ((int)_said.Last!.Received, (int)_said.Last.Total!.Value));
        Assert.Equal(TimeSpan.Zero, _said.Last.TimeLeft);
        Assert.Empty(_said.Retries);
    }

    [Fact]
    public async Task Should_Wait_For_Bytes_That_Come_Slowly()
    {
        using var server = new MisbehavingServer(request => Honest(File)(request) with { Piece = 1 + File.Length / 20 });

        await Run(server);

        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
        Assert.Empty(_said.Retries);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(900)]
    public async Task Should_Ask_For_The_Rest_When_Nothing_Comes_Any_More(int bytes)
    {
        using var server = new MisbehavingServer(request => Honest(File)(request) with { SilentAfter = bytes }, Honest(File));

        await FaceDownload.Run(
            Source, _folder.Path, Token(), Options(server.Address, patience: TimeSpan.FromSeconds(0.3)), _said, TestContext.Current.CancellationToken);

        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
        Assert.Equal(Math.Max(bytes, 0), server.Requests[1].From);
        Assert.Equal("nothing came for 0.3 s", Assert.Single(_said.Retries).Reason);
    }

    [Fact]
    public async Task Should_Ask_For_The_Rest_Of_The_Same_File_When_The_Connection_Is_Cut()
    {
        using var server = new MisbehavingServer(
            request => Honest(File)(request) with { CutAfter = 700 }, request => Honest(File)(request) with { CutAfter = 500 }, Honest(File));

        await Run(server);

        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
        Assert.Equal([0, 700, 1200], server.Requests.Select(request => request.From));
        Assert.Equal([null, "\"one\"", "\"one\""], server.Requests.Select(request => request["If-Range"]));
        Assert.Equal(2, _said.Retries.Count);
    }

    [Fact]
    public async Task Should_Go_On_Where_An_Earlier_Run_Ended()
    {
        using var bad = new MisbehavingServer(request => Honest(File)(request) with { CutAfter = 800 });
        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(bad, attempts: 1));
        using var good = new MisbehavingServer(Honest(File));

        await Run(good);

        Assert.Contains("given up after 1 attempts; 0.0 of 0.0 MB are kept, and the same command goes on from there", error.Message, StringComparison.Ordinal);
        Assert.Equal(800, Assert.Single(good.Requests).From);
        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Not_Count_Failures_Between_Which_The_File_Grows()
    {
        var large = RandomNumberGenerator.GetBytes(5 << 20);
        using var server = new MisbehavingServer(request => Honest(large)(request) with { CutAfter = (1 << 20) + 5 });

        await Run(server, attempts: 2, read: _ => TwoTrainingFaces());

        Assert.Equal(5, server.Requests.Length);
        Assert.Equal(large, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Start_Again_When_The_Server_Has_No_Parts()
    {
        using var server = new MisbehavingServer(
            request => Honest(File)(request) with { CutAfter = 700 }, _ => new Answer(200, File, ("ETag", "\"one\"")));

        await Run(server);

        Assert.Equal(700, server.Requests[1].From);
        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Give_Up_When_A_Server_Without_Parts_Is_Cut_Each_Time()
    {
        using var server = new MisbehavingServer(_ => new Answer(200, File, ("ETag", "\"one\"")) { CutAfter = 700 });

        await Assert.ThrowsAsync<DownloadException>(() => Run(server, attempts: 3));

        Assert.Equal(3, server.Requests.Length);
    }

    [Fact]
    public async Task Should_Start_Again_When_Nothing_Tells_Whether_The_File_Is_The_Same()
    {
        using var server = new MisbehavingServer(_ => new Answer(200, File) { CutAfter = 700 }, _ => new Answer(200, File));

        await Run(server);

        Assert.Null(server.Requests[1]["Range"]);
        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Start_Again_When_The_File_Has_Changed_Meanwhile(bool serverCares)
    {
        var other = FerText.Gzip(Encoding.UTF8.GetBytes(
            FerText.Header + FerText.Row("4") + FerText.Row("5") + FerText.Row(usage: "PublicTest") + FerText.Row(usage: "PrivateTest")));
        using var server = new MisbehavingServer(
            request => Honest(File)(request) with { CutAfter = 700 },
            request => serverCares
                ? Honest(other, "\"two\"")(request)
                : new Answer(206, other[700..], ("ETag", "\"two\""), ("Content-Range", $"bytes 700-{other.Length - 1}/{other.Length}")),
            Honest(other, "\"two\""));

        await Run(server);

        Assert.Equal(other, System.IO.File.ReadAllBytes(Target));
        Assert.Equal(serverCares ? 2 : 3, server.Requests.Length);
    }

    [Fact]
    public async Task Should_Start_Again_When_Another_Piece_Comes_Than_Was_Asked_For()
    {
        using var server = new MisbehavingServer(
            request => Honest(File)(request) with { CutAfter = 700 },
            _ => new Answer(206, File[600..], ("ETag", "\"one\""), ("Content-Range", $"bytes 600-{File.Length - 1}/{File.Length}")),
            Honest(File));

        await Run(server);

        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Give_Up_When_The_Length_Is_Always_Said_Too_Long()
    {
        using var server = new MisbehavingServer(request => Honest(File)(request) is { Status: 200 } all
            ? all with { Says = File.Length + 100 }
            : new Answer(416, [], ("Content-Range", $"bytes */{File.Length}")));

        await Assert.ThrowsAsync<DownloadException>(() => Run(server, attempts: 4));

        Assert.Equal(4, server.Requests.Length);
        Assert.False(System.IO.File.Exists(Target));
    }

    [Fact]
    public async Task Should_Refuse_What_Arrives_Whole_When_The_Length_Is_Said_Too_Short()
    {
        using var server = new MisbehavingServer(_ => new Answer(200, File) { Says = File.Length - 100 });

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server));

        Assert.Contains("faces.csv.gz arrived damaged", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Should_Refuse_A_Part_When_The_Server_Says_No_Length_And_The_Connection_Ends_Early()
    {
        using var server = new MisbehavingServer(_ => new Answer(200, File) { Says = -1, CutAfter = 900 }, _ => new Answer(200, File) { Says = -1 });

        var file = await Run(server);

        Assert.Contains("arrived damaged", Assert.Single(_said.Retries).Reason, StringComparison.Ordinal);
        Assert.Contains($"length {File.Length} (the server did not say)", file.Checks);
        Assert.Null(_said.Last!.TimeLeft);
    }

    [Theory]
    [InlineData("md5=AAAAAAAAAAAAAAAAAAAAAA==", "its MD5 is")]
    [InlineData("crc32c=AAAAAA==", "its CRC-32C is")]
    public async Task Should_Refuse_Bytes_That_Are_Not_Those_The_Server_Means(string hash, string expected)
    {
        using var server = new MisbehavingServer(Honest(File, "\"one\"", ("x-goog-hash", hash)));

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("the same twice", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Should_Fetch_Once_More_From_The_Beginning_When_Bytes_Were_Spoilt_On_The_Way()
    {
        var spoilt = (byte[])File.Clone();
        spoilt[400] ^= 1;
        using var server = new MisbehavingServer(Honest(spoilt), Honest(File));

        await Run(server);

        Assert.Equal(0, server.Requests[1].From);
        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Say_Which_Faces_Are_Missing_When_The_File_Has_Others()
    {
        using var server = new MisbehavingServer(Honest(File));

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server, Source with { Counts = FaceCounts.Fer2013 }));

        Assert.Contains(
            "2 Training, 1 PublicTest and 1 PrivateTest faces; expected 28709 Training, 3589 PublicTest and 3589 PrivateTest faces",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Kaggle does not know the token of KAGGLE_USERNAME")]
    [InlineData(403, "accept the rules")]
    [InlineData(403, "https://www.kaggle.com/c/challenges-in-representation-learning-facial-expression-recognition-challenge/rules")]
    [InlineData(404, "there is no such file")]
    public async Task Should_Say_What_To_Do_And_Not_Ask_Again_When_It_Is_Refused(int status, string expected)
    {
        using var server = new MisbehavingServer(request => new(
            status, Encoding.UTF8.GetBytes($$"""{"code":{{status}},"message":"No way,\n{{Key}}, {{request["Authorization"]}}."}"""), ("Content-Type", "application/json")));

        var error = await Assert.ThrowsAsync<KaggleAccessException>(() => Run(server));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("(No way, …, Basic …)", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.All([error.Message, .. _said.Retries.Select(retry => retry.Reason)], text => Assert.DoesNotContain(Key, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_See_A_Refusal_That_Is_Wrapped_In_Success()
    {
        using var server = new MisbehavingServer(_ => new(200, """{"code":403,"message":"Rules"}"""u8.ToArray(), ("Content-Type", "application/json")));

        var error = await Assert.ThrowsAsync<KaggleAccessException>(() => Run(server));

        Assert.Contains("403, Kaggle does not give out this file yet (Rules)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/octet-stream")]
    public async Task Should_Refuse_A_Login_Page(string type)
    {
        using var server = new MisbehavingServer(_ => new(200, "\n<!DOCTYPE html><title>Sign in</title>"u8.ToArray(), ("Content-Type", type)));

        var error = await Assert.ThrowsAsync<KaggleAccessException>(() => Run(server));

        Assert.Contains("a web page instead of the file", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Should_Wait_As_Long_As_The_Server_Asks()
    {
        using var server = new MisbehavingServer(
            _ => new(429, [], ("Retry-After", "17")),
            _ => new(503, [], ("Retry-After", DateTimeOffset.UtcNow.AddSeconds(40).ToString("R"))),
            Honest(File));

        await Run(server);

        Assert.Equal(17, _said.Retries[0].Delay.TotalSeconds);
        Assert.InRange(_said.Retries[1].Delay.TotalSeconds, 30, 41);
        Assert.Equal(_said.Retries.Select(retry => retry.Delay), _said.Paused);
    }

    [Fact]
    public async Task Should_Say_When_To_Come_Back_When_The_Server_Asks_For_Too_Long_A_Wait()
    {
        using var server = new MisbehavingServer(_ => new(429, [], ("Retry-After", "7200")));

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server));

        Assert.Contains("it asks to come back in 120 min", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Should_Try_Again_With_Growing_Pauses_When_The_Server_Fails_And_Give_Up_In_The_End()
    {
        using var server = new MisbehavingServer(_ => new(500, []));

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server, attempts: 5));

        Assert.Contains(": 500 (Whatever); given up after 5 attempts", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, server.Requests.Length);
        Assert.Equal(4, _said.Paused.Count);
        for (var i = 0; i < 4; i++)
            Assert.InRange(_said.Paused[i].TotalSeconds, 0.5 * Math.Min(1 << i, 5), Math.Min(1 << i, 5));
    }

    [Fact]
    public async Task Should_Come_Through_When_The_Server_Recovers()
    {
        using var server = new MisbehavingServer(_ => new(500, []), _ => new(502, []), Honest(File));

        await Run(server);

        Assert.Equal(2, _said.Retries.Count);
        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Give_Up_When_Nobody_Answers()
    {
        Uri address;
        using (var gone = new MisbehavingServer(_ => new(200, [])))
            address = gone.Address;

        var error = await Assert.ThrowsAsync<DownloadException>(() => FaceDownload.Run(
            Source, _folder.Path, Token(), Options(address, attempts: 2), _said, TestContext.Current.CancellationToken));

        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.Single(_said.Retries);
    }

    [Fact]
    public async Task Should_Follow_Redirects_And_Show_The_Token_To_Kaggle_Alone()
    {
        using var storage = new MisbehavingServer(request => Honest(File)(request) with { CutAfter = 700 }, Honest(File));
        using var server = new MisbehavingServer(
            _ => new(307, [], ("Location", "/elsewhere?signature=secret")),
            _ => new(302, [], ("Location", $"http://localhost:{storage.Port}/kept?signature=secret")));

        await Run(server);

        Assert.Equal("/elsewhere?signature=secret", server.Requests[1].Path);
        Assert.All(server.Requests, request => Assert.NotNull(request["Authorization"]));
        // A part is asked for at Kaggle again: what it signs does not hold for ever.
        Assert.Equal([0, 0, 700], server.Requests.Select(request => request.From));
        Assert.Equal([0, 700], storage.Requests.Select(request => request.From));
        Assert.All(storage.Requests, request => Assert.Null(request["Authorization"]));
        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Theory]
    [InlineData("/api/v1/again?signature=secret", "more than 10 redirects")]
    [InlineData("ftp://127.0.0.1/file", "which is not encrypted")]
    public async Task Should_Refuse_Redirects_That_Lead_Nowhere(string location, string expected)
    {
        using var server = new MisbehavingServer(_ => new(302, [], ("Location", location)));

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_Keep_What_Has_Arrived_When_It_Is_Stopped()
    {
        using var stop = new CancellationTokenSource();
        using var server = new MisbehavingServer(request => Honest(File)(request) with { SilentAfter = 900 }, Honest(File));
        _said.Arrived = stop.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FaceDownload.Run(Source, _folder.Path, Token(), Options(server.Address), _said, stop.Token));
        Assert.Equal(900, new FileInfo(Part).Length);
        await Run(server);

        Assert.Equal(900, server.Requests[1].From);
        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Say_So_When_The_Disk_Is_Full()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a disk that is always full (Needs=Linux)");
        System.IO.File.CreateSymbolicLink(Part, "/dev/full");
        using var server = new MisbehavingServer(Honest(File));

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server));

        Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
        Assert.Contains("make room there", error.Message, StringComparison.Ordinal);
        Assert.Empty(_said.Retries);
    }

    [Fact]
    public async Task Should_Fetch_Nothing_When_The_File_Is_There_And_In_Order()
    {
        System.IO.File.WriteAllBytes(Target, File);
        using var server = new MisbehavingServer(Honest(File));

        var file = await Run(server);

        Assert.True(file.WasThere);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Should_Fetch_Anew_When_The_File_That_Is_There_Is_Damaged()
    {
        System.IO.File.WriteAllBytes(Target, File[..900]);
        using var server = new MisbehavingServer(Honest(File));

        await Run(server);

        Assert.Equal(File, System.IO.File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Should_Not_Go_On_With_A_Part_Of_Something_Else()
    {
        using var bad = new MisbehavingServer(request => Honest(File)(request) with { CutAfter = 800 });
        await Assert.ThrowsAsync<DownloadException>(() => Run(bad, Source with { Path = "datasets/download/some/other" }, attempts: 1));
        using var good = new MisbehavingServer(Honest(File));

        await Run(good);

        Assert.Equal(0, Assert.Single(good.Requests).From);
    }

    [Fact]
    public async Task Should_Not_Ask_When_There_Is_No_Token_And_One_Is_Needed()
    {
        using var server = new MisbehavingServer(Honest(File));

        var error = await Assert.ThrowsAsync<KaggleAccessException>(() => FaceDownload.Run(
            Source, _folder.Path, null, Options(server.Address), _said, TestContext.Current.CancellationToken));

        Assert.Contains("there is no Kaggle token here; make one at https://www.kaggle.com/settings", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Should_Ask_As_Nobody_When_No_Token_Is_Needed()
    {
        using var server = new MisbehavingServer(Honest(File));
        var source = KaggleSource.Dataset("some-one/faces/faces.csv.gz");

        var file = await FaceDownload.Run(source, _folder.Path, null, Options(server.Address), _said, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("/api/v1/datasets/download/some-one/faces/faces.csv.gz", null), (request.Path, request["Authorization"]));
        Assert.Equal(new FaceCounts(2, 1, 1), file.Counts);
    }

    [Fact]
    public async Task Should_Let_One_Download_At_A_Time_Write_A_File()
    {
        using var server = new MisbehavingServer(request => Honest(File)(request) with { SilentAfter = 900 });
        using var stop = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        _said.Arrived = () => arrived.TrySetResult();
        var first = FaceDownload.Run(
            Source, _folder.Path, Token(), Options(server.Address), _said, stop.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<DownloadException>(() => Run(server));

        Assert.Contains("is another download of it running?", error.Message, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Theory]
    [InlineData("faces.csv", true, false, "faces.csv has the published MD5")]
    [InlineData("faces.csv", false, true, "another edition than that of 2013")]
    [InlineData("faces.csv", false, false, "expected the published")]
    [InlineData("other.csv", true, false, "there is no faces.csv in faces.csv.gz")]
    public async Task Should_Compare_The_File_Within_With_Its_Published_Hash(string name, bool isRight, bool isVouchedFor, string expected)
    {
        var content = Encoding.UTF8.GetBytes("a,b\n1,2\n");
        var archive = TarGz($"fer2013/{name}", content);
        var md5 = isRight ? Convert.ToHexStringLower(Md5(content)) : new string('0', 32);
        (string, string)[] headers = isVouchedFor ? [("Content-MD5", Convert.ToBase64String(Md5(archive)))] : [];
        using var server = new MisbehavingServer(Honest(archive, "\"one\"", headers));
        var source = Source with { Member = "faces.csv", MemberMd5 = md5 };

        var run = Run(server, source, read: _ => TwoTrainingFaces());

        if (name == "faces.csv" && (isRight || isVouchedFor))
            Assert.Contains((await run).Checks, check => check.Contains(expected, StringComparison.Ordinal));
        else
            Assert.Contains(expected, (await Assert.ThrowsAsync<DownloadException>(() => run)).Message, StringComparison.Ordinal);
    }

    private static KaggleToken Token() => KaggleToken.FromKey("ada", Key, "KAGGLE_USERNAME and KAGGLE_KEY");

    private static FaceSet TwoTrainingFaces() =>
        new(new byte[3 * FaceSet.PixelsPerFace], new byte[3], new[] { Split.Training, Split.Training, Split.PublicTest }, "test", withheld: 1);

    private static byte[] TarGz(string name, byte[] content)
    {
        using var tarred = new MemoryStream();
        using (var tar = new TarWriter(tarred, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "fer2013/README") { DataStream = new MemoryStream("hello"u8.ToArray()) });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
            gzip.Write(tarred.ToArray());
        return zipped.ToArray();
    }

#pragma warning disable CA5351 // It is the hash that servers publish.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    // Bit by bit, after the definition: reflected, polynomial 0x1EDC6F41.
    private static string Crc32C(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0x82F63B78);
        }

        crc = ~crc;
        return Convert.ToBase64String([(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc]);
    }

    private Task<DownloadedFile> Run(MisbehavingServer server, KaggleSource? source = null, int attempts = 6, Func<string, FaceSet>? read = null)
    {
        var options = Options(server.Address, attempts);
        return FaceDownload.Run(
            source ?? Source, _folder.Path, Token(), read is null ? options : options with { Read = read }, _said, TestContext.Current.CancellationToken);
    }

    private DownloadOptions Options(Uri address, int attempts = 6, TimeSpan? patience = null) => new()
    {
        Address = address,
        Attempts = attempts,
        Patience = patience ?? TimeSpan.FromSeconds(20),
        TellEvery = TimeSpan.Zero,
        LongestPause = TimeSpan.FromSeconds(5),
        Pause = (delay, cancel) =>
        {
            _said.Paused.Add(delay);
            return Task.CompletedTask;
        },
    };

    private sealed class Listener : DownloadCallback
    {
        public List<(string Reason, TimeSpan Delay)> Retries { get; } = [];

        public List<TimeSpan> Paused { get; } = [];

        public DownloadProgress? Last { get; private set; }

        public Action Arrived { get; set; } = () => { };

        public override void OnProgress(DownloadProgress progress)
        {
            Last = progress;
            if (progress.Received >= 900)
                Arrived();
        }

        public override void OnRetry(string reason, TimeSpan delay) => Retries.Add((reason, delay));
    }
}
