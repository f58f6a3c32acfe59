using System.Diagnostics;
using System.Net;

namespace EmotionNotebooks.Data.Download;

/// <summary>
/// Fetches a data set from Kaggle into a file. What has arrived is kept through failures, interruptions and restarts, in a file beside the
/// target whose name ends in <c>.part</c>; the target appears once everything is here and has been checked.
/// </summary>
/// <remarks>
/// Checked are the length, the server's MD5 and CRC-32C where it sends them, the published MD5 of the file within where there is one, and
/// that <see cref="FaceFile"/> reads it with as many faces as it must have. A file that fails is fetched once more from its beginning.
/// </remarks>
public sealed class FaceDownload
{
    private const long Advance = 1 << 20;

    private readonly KaggleSource _source;
    private readonly KaggleToken? _token;
    private readonly DownloadOptions _options;
    private readonly DownloadCallback _callback;
    private readonly string _target;
    private int _failures;
    private long _farthest;

    private FaceDownload(string target, KaggleSource source, KaggleToken? token, DownloadOptions options, DownloadCallback callback)
    {
        _target = target;
        _source = source;
        _token = token;
        _options = options;
        _callback = callback;
    }

    /// <summary>Fetches a source's file. One that is there already and in order is left as it is.</summary>
    /// <param name="source">What to fetch.</param>
    /// <param name="folder">The folder to put it in, made where it is missing.</param>
    /// <param name="token">Who asks; null for nobody, which is enough for some data sets.</param>
    /// <param name="options">How; the defaults where null.</param>
    /// <param name="callback">Is told how it goes; null for nobody.</param>
    /// <param name="cancel">Stops it, with what has arrived kept.</param>
    /// <exception cref="KaggleAccessException">There is no token, Kaggle refuses it, its rules are not accepted, or there is no such
    /// file.</exception>
    /// <exception cref="DownloadException">Network, server or disk failed for good, or what arrived is not what it should be.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the next call goes on from there.</exception>
    public static async Task<DownloadedFile> Run(
        KaggleSource source,
        string folder,
        KaggleToken? token,
        DownloadOptions? options = null,
        DownloadCallback? callback = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var target = Path.GetFullPath(Path.Combine(folder, source.FileName));
        var download = new FaceDownload(target, source, token, options ?? new(), callback ?? new Silence());
        if (File.Exists(target) && download.InOrder(target) is { } there)
            return there;
        if (source.NeedsToken && token is null)
            throw new KaggleAccessException($"{source.Page}: Kaggle gives it to its users, and there is no Kaggle token here; {KaggleToken.Advice}");
        return await download.Run(cancel);
    }

    private async Task<DownloadedFile> Run(CancellationToken cancel)
    {
        using var client = new KaggleClient(_source, _token, _options);
        for (var isSecond = false; ; isSecond = true)
        {
            using var part = PartFile.Open(_target, _source.Path);
            await Fetch(client, part, cancel);
            _callback.OnVerify(part.Length);
            try
            {
                var file = Check(part);
                part.MoveTo(_target);
                return file;
            }
            catch (Exception e) when (e is InvalidDataException or FaceDataException)
            {
                part.Delete();
                var fault = $"{_source.Page}: {_source.FileName} arrived damaged: {DownloadText.OneLine(e)}";
                if (isSecond)
                    throw new DownloadException($"{fault}; the same twice, so asking again will hardly help", e);
                _callback.OnRetry(fault, TimeSpan.Zero);
                _farthest = 0;
            }
        }
    }

    /// <summary>Fetches until all bytes are here, through failures.</summary>
    private async Task Fetch(KaggleClient client, PartFile part, CancellationToken cancel)
    {
        _failures = 0;
        while (part.Remote?.Length is not { } length || part.Length < length)
        {
            string reason;
            TimeSpan? wish = null;
            try
            {
                if (await Receive(client, part, cancel))
                    return;
                reason = "the server has another file now; starting again";
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                reason = $"nothing came for {_options.Patience.TotalSeconds:0.#} s";
            }
            catch (TransientException e)
            {
                (reason, wish) = (e.Message, e.Pause);
            }
            catch (Exception e) when (e is HttpRequestException or (IOException and not DownloadException))
            {
                reason = $"{new Uri(_options.Address, _source.Path).Host}: {DownloadText.OneLine(e.InnerException ?? e)}";
            }

            await Wait(reason, wish, part, cancel);
        }
    }

    private async Task Wait(string reason, TimeSpan? wish, PartFile part, CancellationToken cancel)
    {
        // Progress starts the count anew, but only beyond where it has been: a server that always starts over is given up.
        if (part.Length >= _farthest + Advance)
            _failures = 0;
        _farthest = Math.Max(_farthest, part.Length);
        _failures++;
        var kept = part.Length > 0 ? $"; {DownloadText.Megabytes(part.Length, part.Remote?.Length)} are kept, and the same command goes on from there" : "";
        if (_failures >= _options.Attempts)
            throw new DownloadException($"{reason}; given up after {_failures} attempts{kept}");
        if (wish > 10 * _options.LongestPause)
            throw new DownloadException($"{reason}; it asks to come back in {wish.Value.TotalMinutes:0} min{kept}");
        var pause = Math.Min(_options.FirstPause.TotalSeconds * Math.Pow(2, _failures - 1), _options.LongestPause.TotalSeconds);
        pause *= 1 - Random.Shared.NextDouble() / 2;
        var delay = TimeSpan.FromSeconds(Math.Max(pause, wish?.TotalSeconds ?? 0));
        _callback.OnRetry(reason, delay);
        await _options.Pause(delay, cancel);
    }

    /// <summary>One request, and what it brings.</summary>
    /// <returns>Whether the file's end came.</returns>
    private async Task<bool> Receive(KaggleClient client, PartFile part, CancellationToken cancel)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        silence.CancelAfter(_options.Patience);
        using var response = await client.Get(part.Length, part.Remote?.Validator, silence.Token);
        var remote = RemoteFile.Of(response, _source.Path);
        var isRest = response.StatusCode == HttpStatusCode.PartialContent;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable || (isRest && !GoesOn(response, part, remote)))
        {
            part.Clear();
            return false;
        }

        // All of it: the server does not do parts, or what it has now is another file.
        if (!isRest)
            OnDisk(part, () => part.Begin(remote));
        await using var body = await response.Content.ReadAsStreamAsync(silence.Token);
        await Copy(body, part, silence);
        return true;
    }

    private static bool GoesOn(HttpResponseMessage response, PartFile part, RemoteFile remote) =>
        part.Remote is { } known && response.Content.Headers.ContentRange?.From == part.Length && known.Agrees(remote);

    private async Task Copy(Stream body, PartFile part, CancellationTokenSource silence)
    {
        var buffer = new byte[1 << 17];
        var (start, clock, shown) = (part.Length, Stopwatch.StartNew(), TimeSpan.MinValue);
        while (true)
        {
            silence.CancelAfter(_options.Patience);
            var count = await body.ReadAsync(buffer, silence.Token);
            if (part.Length == 0 && buffer.AsSpan(0, count).TrimStart(" \t\r\n"u8).StartsWith((byte)'<'))
                throw KaggleClient.WebPage(_source.Page);
            OnDisk(part, () => part.Append(buffer.AsSpan(0, count)));
            var now = clock.Elapsed;
            if (count > 0 && now < shown + _options.TellEvery)
                continue;
            shown = now;
            var speed = (part.Length - start) / Math.Max(now.TotalSeconds, 1e-3);
            _callback.OnProgress(new(part.Length, part.Remote!.Length, speed));
            if (count == 0)
                return;
        }
    }

    private static void OnDisk(PartFile part, Action write)
    {
        try
        {
            write();
        }
        catch (IOException e)
        {
            throw new DownloadException(
                $"{part.Path}: cannot be written after {DownloadText.Megabytes(part.Length, part.Remote?.Length)} ({DownloadText.OneLine(e)}); "
                + "make room there, or choose another folder with --to, and run the same command again: it goes on from there",
                e);
        }
    }

    private DownloadedFile? InOrder(string path)
    {
        try
        {
            using var sums = new Checksums();
            using (var file = File.OpenRead(path))
            {
                var buffer = new byte[1 << 17];
                for (int count; (count = file.Read(buffer)) > 0;)
                    sums.Add(buffer.AsSpan(0, count));
            }

            return Judge(path, sums.Sha256(), [], isVouchedFor: true) with { WasThere = true };
        }
        catch (Exception e) when (e is InvalidDataException or FaceDataException)
        {
            _callback.OnRetry($"{path} is there but not in order ({DownloadText.OneLine(e)}); fetching it anew", TimeSpan.Zero);
            return null;
        }
    }

    private DownloadedFile Check(PartFile part)
    {
        using var sums = new Checksums();
        part.ReadAll(sums.Add);
        var (length, remote) = (part.Length, part.Remote!);
        part.Release();
        if (remote.Length is { } expected && length != expected)
            throw new InvalidDataException($"it has {length} bytes; expected {expected}");
        if (sums.Compare(remote) is { } difference)
            throw new InvalidDataException(difference);
        List<string> checks = [remote.Length is null ? $"length {length} (the server did not say)" : $"length {length}, as the server says"];
        if (remote.Md5 is not null)
            checks.Add("MD5, as the server says");
        if (remote.Crc32C is not null)
            checks.Add("CRC-32C, as the server says");
        return Judge(part.Path, sums.Sha256(), checks, isVouchedFor: remote.Md5 is not null || remote.Crc32C is not null);
    }

    /// <summary>Looks into the file.</summary>
    private DownloadedFile Judge(string path, string sha256, List<string> checks, bool isVouchedFor)
    {
        if (_source.Member is { } member)
            checks.Add(JudgeMember(path, member, isVouchedFor));
        var counts = FaceCounts.Of(_options.Read(path));
        if (_source.Counts is { } expected && counts != expected)
            throw new FaceDataException($"{_source.FileName}: {counts}; expected {expected}");
        checks.Add($"reads as faces: {counts}");
        return new(_target, new FileInfo(path).Length, sha256, counts, checks, WasThere: false);
    }

    private string JudgeMember(string path, string member, bool isVouchedFor)
    {
        var md5 = TarMember.Md5(path, member)
            ?? throw new InvalidDataException($"there is no {member} in {_source.FileName}; expected it in the archive");
        if (md5 == _source.MemberMd5)
            return $"{member} has the published MD5 {md5}";
        // Where the server's own hash is right, the file is what Kaggle has now, and the published hash is of another edition.
        return isVouchedFor
            ? $"{member} has the MD5 {md5}, not the published {_source.MemberMd5}: another edition than that of 2013"
            : throw new InvalidDataException($"{member} has the MD5 {md5}; expected the published {_source.MemberMd5}");
    }

    private sealed class Silence : DownloadCallback;
}
