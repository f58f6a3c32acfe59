using System.Text;

namespace EmotionNotebooks.Cli;

/// <summary>
/// Readings as they come, in a file that can be gone on with. While it grows it is called FILE.part; it gets its name when all is read.
/// A killed process leaves whole pictures behind, but for the last, which is read again.
/// </summary>
internal sealed class ReadingLog : IDisposable
{
    private readonly ReadingFormat _format;
    private readonly string? _path;
    private readonly TextWriter _writer;
    private readonly HashSet<string> _done = [];

    /// <param name="path">The file, or "-" for standard output.</param>
    /// <param name="format">What a picture looks like in it.</param>
    /// <param name="network">The network that reads; a file of another one is not gone on with.</param>
    /// <param name="resume">Whether to go on with what is there.</param>
    public ReadingLog(string path, ReadingFormat format, string network, bool resume)
    {
        _format = format;
        if (path == "-")
        {
            _writer = Console.Out;
            Start();
            return;
        }

        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var kept = resume ? Kept(network) : "";
        // Only what is whole is kept; what follows is written behind it.
        AtomicFile.WriteText(Part, kept);
        _writer = new StreamWriter(Part, append: true, new UTF8Encoding(false));
        if (kept.Length == 0)
        {
            Start();
        }
    }

    private string Part => $"{_path}.part";

    /// <summary>Whether a picture is there already.</summary>
    public bool Has(string picture) => _done.Contains(picture);

    /// <summary>Adds a picture.</summary>
    public void Add(Prediction prediction)
    {
        if (_done.Add(prediction.Picture))
        {
            _writer.Write(_format.Text(prediction));
        }
    }

    /// <summary>Hands all that was added to the operating system.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>Gives the file its name; nothing can be added any more.</summary>
    public void Finish()
    {
        _writer.Flush();
        if (_path is not null)
        {
            _writer.Dispose();
            File.Move(Part, _path, overwrite: true);
        }
    }

    public void Dispose()
    {
        if (_path is not null)
        {
            _writer.Dispose();
        }
    }

    private void Start() => _writer.Write(_format.Header);

    private string Kept(string network)
    {
        var source = File.Exists(Part) ? Part : File.Exists(_path) ? _path : null;
        if (source is null)
        {
            return "";
        }

        var text = File.ReadAllText(source);
        if (text.Length > 0 && !text.StartsWith(_format.Header, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{source} is no {_format.Name} of 'emotion predict'; --resume goes on with such a file only");
        }

        var pictures = _format.Pictures(text, source).ToList();
        if (pictures.Find(picture => picture.Network != network) is { } other)
        {
            throw new InvalidDataException($"{source} was read by {other.Network}; --resume needs the same network, and this is {network}");
        }

        // The last may be incomplete where it came without a picture behind it.
        if (source == Part && pictures.Count > 0)
        {
            pictures.RemoveAt(pictures.Count - 1);
        }

        _done.UnionWith(pictures.Select(picture => picture.Picture));
        return pictures.Count == 0 ? "" : text[..pictures[^1].End];
    }
}
