using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Dispatch;

/// <summary>
/// The cells of all sessions, in a file to which each kernel adds lines of JSON: an input before it runs, its output after. A lock beside
/// it keeps several kernels apart; a line that a crash cut off is passed over, and the next one starts anew. Where the file can't be
/// written, the history lives as long as the kernel. Safe from any thread.
/// </summary>
internal sealed class History
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _path;
    private readonly long _largest;
    private readonly Lock _gate = new();
    private readonly List<byte> _unwritten = [];
    private int _session;
    private bool _complained;

    /// <param name="path">The file; it and its folder are made with the first cell.</param>
    /// <param name="largest">The size in bytes above which the older half is forgotten (16 MiB).</param>
    public History(string path, long largest = 16 << 20) => (_path, _largest) = (path, largest);

    /// <summary>Where a user's history is: in their folder of data.</summary>
    public static string DefaultPath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "emotion-notebooks", "history.jsonl");

    /// <summary>Adds a cell of this session.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="input">Its text.</param>
    public void AddInput(int line, string input) => Add(line, "input", input);

    /// <summary>Adds the output of a cell of this session.</summary>
    /// <param name="line">The cell's number.</param>
    /// <param name="output">Its value in plain text.</param>
    public void AddOutput(int line, string output) => Add(line, "output", output);

    /// <summary>All cells, the oldest first.</summary>
    /// <param name="current">The number of this session, or the one it would get.</param>
    public IReadOnlyList<HistoryEntry> Read(out int current)
    {
        lock (_gate)
        {
            var entries = Parse([.. ReadFile(), .. _unwritten]);
            current = _session != 0 ? _session : 1 + entries.Select(entry => entry.Session).DefaultIfEmpty().Max();
            return entries;
        }
    }

    private void Add(int line, string member, string text)
    {
        lock (_gate)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
                using var held = TakeLock();
                if (_session == 0)
                {
                    StartSession();
                }

                Append(Record(line, member, text));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (!_complained)
                {
                    _complained = true;
                    Log.Write($"{_path}: the history can't be kept there: {e.Message}");
                }

                _session = _session != 0 ? _session : 1;
                _unwritten.AddRange(Record(line, member, text));
            }
        }
    }

    // The lock ends with its process, however that ends.
    private FileStream TakeLock()
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                Thread.Sleep(2);
            }
        }
    }

    // Sessions are numbered when their first cell runs. A line says so at once: none of two that start together has cells yet.
    private void StartSession()
    {
        Read(out var session);
        var bytes = ReadFile();
        if (bytes.Length > _largest)
        {
            var cut = Array.IndexOf(bytes, (byte)'\n', (int)(bytes.Length - (_largest / 2))) + 1;
            File.WriteAllBytes(_path + ".tmp", bytes[cut..]);
            File.Move(_path + ".tmp", _path, overwrite: true);
        }

        _session = session;
    }

    private void Append(byte[] record)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            // Code may hold what others must not read.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(_path, options);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                record = [(byte)'\n', .. record];
            }
        }

        file.Write(record);
    }

    private byte[] ReadFile()
    {
        try
        {
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private byte[] Record(int line, string member, string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("session"u8, _session);
            writer.WriteNumber("line"u8, line);
            writer.WriteString(member, text);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static List<HistoryEntry> Parse(byte[] bytes)
    {
        var entries = new List<HistoryEntry>();
        var places = new Dictionary<(int, int), int>();
        for (int start = 0, end; start < bytes.Length; start = end + 1)
        {
            end = Array.IndexOf(bytes, (byte)'\n', start);
            end = end < 0 ? bytes.Length : end;
            Parse(bytes.AsMemory(start, end - start), entries, places);
        }

        return entries;
    }

    private static void Parse(ReadOnlyMemory<byte> line, List<HistoryEntry> entries, Dictionary<(int, int), int> places)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var record = document.RootElement;
            var (session, number) = (record.GetProperty("session").GetInt32(), record.GetProperty("line").GetInt32());
            if (record.TryGetProperty("input", out var value) && Text.TryGet(value, out var input))
            {
                places[(session, number)] = entries.Count;
                entries.Add(new HistoryEntry(session, number, input));
            }
            else if (record.TryGetProperty("output", out value) && Text.TryGet(value, out var output) && places.TryGetValue((session, number), out var place))
            {
                entries[place] = entries[place] with { Output = output };
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // What a crash left of a line, or what somebody wrote by hand.
        }
    }
}
