using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmotionNotebooks.Tests.Data.Download;

/// <summary>An HTTP server on this machine that answers as it is told to, byte for byte: the first request with the first answer and so on,
/// the last answer for all further ones. One request per connection.</summary>
internal sealed class MisbehavingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly Func<Request, Answer>[] _answers;
    private readonly Task _serving;

    public MisbehavingServer(params Func<Request, Answer>[] answers)
    {
        _answers = answers;
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port}/api/v1/");

    public Request[] Requests => [.. _requests];

    /// <summary>A server that has one file and knows its trade: parts, entity tags.</summary>
    public static Func<Request, Answer> Honest(byte[] file, string tag = "\"one\"", params (string, string)[] headers) => request =>
    {
        (string, string)[] all = [("ETag", tag), ("Accept-Ranges", "bytes"), .. headers];
        var isWanted = request.From > 0 && (request["If-Range"] is null || request["If-Range"] == tag);
        if (!isWanted)
            return new(200, file, all);
        return request.From < file.Length
            ? new(206, file[(int)request.From..], [.. all, ("Content-Range", $"bytes {request.From}-{file.Length - 1}/{file.Length}")])
            : new(416, [], [("Content-Range", $"bytes */{file.Length}")]);
    };

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        try
        {
            _serving.Wait(TimeSpan.FromSeconds(5));
        }
        catch (AggregateException)
        {
            // The listener was stopped while it waited.
        }

        _end.Dispose();
    }

    private async Task Serve()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = Task.Run(() => Reply(client));
        }
    }

    private async Task Reply(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                var request = await Request.Read(stream, _end.Token);
                int number;
                lock (_requests)
                {
                    number = _requests.Count;
                    _requests.Enqueue(request);
                }

                await _answers[Math.Min(number, _answers.Length - 1)](request).Write(stream, _end.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The other side has left.
            }
        }
    }

    internal sealed record Request(string Path, Dictionary<string, string> Headers)
    {
        public string? this[string header] => Headers.GetValueOrDefault(header);

        /// <summary>Where the wanted part begins; 0 without one.</summary>
        public long From => this["Range"] is { } range ? long.Parse(range["bytes=".Length..].TrimEnd('-')) : 0;

        public static async Task<Request> Read(NetworkStream stream, CancellationToken cancel)
        {
            var text = new StringBuilder();
            var one = new byte[1];
            while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                if (await stream.ReadAsync(one, cancel) == 0)
                    throw new IOException("the request ended early");
                text.Append((char)one[0]);
            }

            var lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
            return new(lines[0].Split(' ')[1], headers);
        }
    }

    internal sealed record Answer(int Status, byte[] Body, params (string Name, string Value)[] Headers)
    {
        /// <summary>What it says is its length; null for the truth, -1 for nothing.</summary>
        public long? Says { get; init; }

        /// <summary>Sends so many bytes and closes.</summary>
        public int? CutAfter { get; init; }

        /// <summary>Sends so many bytes and is silent from then on; -1: not even the headers.</summary>
        public int? SilentAfter { get; init; }

        /// <summary>So many bytes at once, with a pause after each piece.</summary>
        public int? Piece { get; init; }

        public async Task Write(NetworkStream stream, CancellationToken cancel)
        {
            if (SilentAfter < 0)
                await Task.Delay(Timeout.Infinite, cancel);
            var head = new StringBuilder($"HTTP/1.1 {Status} Whatever\r\nConnection: close\r\n");
            if (Says is not -1)
                head.Append($"Content-Length: {Says ?? Body.Length}\r\n");
            foreach (var (name, value) in Headers)
                head.Append($"{name}: {value}\r\n");
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), cancel);
            var body = Body[..Math.Min(Body.Length, CutAfter ?? SilentAfter ?? int.MaxValue)];
            for (var at = 0; at < body.Length; at += Piece ?? body.Length)
            {
                await stream.WriteAsync(body.AsMemory(at, Math.Min(Piece ?? body.Length, body.Length - at)), cancel);
                if (Piece is not null)
                    await Task.Delay(10, cancel);
            }

            await stream.FlushAsync(cancel);
            if (SilentAfter is not null)
                await Task.Delay(Timeout.Infinite, cancel);
        }
    }
}
