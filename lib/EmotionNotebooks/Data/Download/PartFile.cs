using System.Text.Json;

namespace EmotionNotebooks.Data.Download;

/// <summary>The bytes that have arrived, in <c>NAME.part</c>, and beside them, in <c>NAME.part.json</c>, what they are a part of.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _note;
    private readonly FileStream _stream;

    private PartFile(string target, FileStream stream)
    {
        Path = stream.Name;
        _note = $"{target}.part.json";
        _stream = stream;
    }

    public string Path { get; }

    public long Length => _stream.Length;

    /// <summary>What the bytes are a part of; null while there are none.</summary>
    public RemoteFile? Remote { get; private set; }

    /// <summary>Takes up the part of an earlier run where it can be gone on with, and begins a new one otherwise.</summary>
    /// <param name="target">Where the whole file goes.</param>
    /// <param name="source">Path of the source, which an earlier part must be of.</param>
    public static PartFile Open(string target, string source)
    {
        var path = $"{target}.part";
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        FileStream stream;
        try
        {
            // For this process alone: two downloads that write one file would spoil it.
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new DownloadException($"{path}: cannot be opened ({DownloadText.OneLine(e)}); is another download of it running?", e);
        }

        var part = new PartFile(target, stream);
        if (part.ReadNote() is { Validator: not null } remote && remote.Path == source && part.Length <= (remote.Length ?? long.MaxValue))
            part.Remote = remote;
        else
            part.Clear();
        stream.Seek(0, SeekOrigin.End);
        return part;
    }

    /// <summary>Starts again from nothing.</summary>
    /// <param name="remote">What the bytes to come are of.</param>
    public void Begin(RemoteFile remote)
    {
        Clear();
        Remote = remote;
        AtomicFile.WriteText(_note, JsonSerializer.Serialize(remote));
    }

    public void Append(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <summary>Throws everything away.</summary>
    public void Clear()
    {
        File.Delete(_note);
        Remote = null;
        if (Length > 0)
            _stream.SetLength(0);
    }

    /// <summary>Reads all that is there, from the beginning.</summary>
    public void ReadAll(Action<ReadOnlySpan<byte>> take)
    {
        var buffer = new byte[1 << 17];
        _stream.Seek(0, SeekOrigin.Begin);
        for (int count; (count = _stream.Read(buffer)) > 0;)
            take(buffer.AsSpan(0, count));
    }

    /// <summary>The part is whole: it may be opened by others, with everything on disk.</summary>
    public void Release()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
    }

    /// <summary>Gives the whole file its name.</summary>
    public void MoveTo(string target)
    {
        File.Move(Path, target, overwrite: true);
        File.Delete(_note);
    }

    /// <summary>Removes a part that is released.</summary>
    public void Delete()
    {
        File.Delete(_note);
        File.Delete(Path);
    }

    public void Dispose()
    {
        if (_stream.SafeFileHandle.IsClosed)
            return;
        var isEmpty = Length == 0;
        _stream.Dispose();
        if (isEmpty)
            Delete();
    }

    private RemoteFile? ReadNote()
    {
        try
        {
            return File.Exists(_note) ? JsonSerializer.Deserialize<RemoteFile>(File.ReadAllText(_note)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }
}
