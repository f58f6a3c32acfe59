using OpenCvSharp;

namespace EmotionNotebooks.Live;

/// <summary>
/// Writes a video of constant rate. Frames that come irregularly are repeated or left out, so that it plays as long as it took.
/// </summary>
/// <remarks>
/// It is written under its own name from the start. Where the process is killed, an AVI file can still be played to within a second of the end,
/// a Matroska file to within some ten, since FFmpeg hands it over in larger parts; an MP4 file only once it was closed.
/// </remarks>
public sealed class VideoRecording : IDisposable
{
    private static readonly Dictionary<string, string> Codecs = new(StringComparer.OrdinalIgnoreCase)
    {
        [".avi"] = "MJPG",
        [".mkv"] = "mp4v",
        [".mp4"] = "mp4v",
    };

    private readonly VideoWriter _writer;
    private readonly Size _size;
    private readonly double _rate;
    private long _written;
    private bool _isClosed;

    /// <summary>Begins a recording.</summary>
    /// <param name="path">The file, .mp4, .mkv or .avi; one that is there is replaced, its folder is made where it is missing.</param>
    /// <param name="width">Width of all frames in pixels.</param>
    /// <param name="height">Height of all frames in pixels.</param>
    /// <param name="rate">Frames per second.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public VideoRecording(string path, int width, int height, double rate)
    {
        RequireKnown(path);
        RequireWritable(path);
        (_size, _rate) = (new Size(width, height), rate);
        _writer = new VideoWriter(path, FourCC.FromString(Codecs[Path.GetExtension(path)]), rate, _size);
        if (!_writer.IsOpened())
        {
            _writer.Dispose();
            throw new IOException($"{path}: OpenCV cannot write a video of {width}×{height} pixels and {rate:0.##} frames per second here; try another ending: {Endings}");
        }
    }

    private static string Endings => string.Join(", ", Codecs.Keys.Order(StringComparer.Ordinal));

    /// <summary>Refuses a name whose ending stands for no format.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    public static void RequireKnown(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Codecs.ContainsKey(Path.GetExtension(path)))
        {
            throw new ArgumentException($"the recording is '{path}'; its name must end in one of {Endings}");
        }
    }

    /// <summary>Refuses a file that cannot be written; one that can be is there afterwards.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UnauthorizedAccessException">It cannot be written; the message says why.</exception>
    public static void RequireWritable(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnauthorizedAccessException($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="image">The frame, 8-bit BGR; one of another size than the first is scaled.</param>
    /// <param name="seconds">When, from the first frame on.</param>
    public void Add(Mat image, double seconds)
    {
        ArgumentNullException.ThrowIfNull(image);
        var due = Due(seconds, _rate, _written);
        if (due == 0)
        {
            return;
        }

        using var scaled = new Mat();
        if (image.Cols != _size.Width || image.Rows != _size.Height)
        {
            Cv2.Resize(image, scaled, _size);
        }

        for (var i = 0; i < due; i++)
        {
            _writer.Write(scaled.Rows > 0 ? scaled : image);
        }

        _written += due;
    }

    /// <summary>How often a frame goes into a video of constant rate, so that it plays in its own time: 0 where it comes too early for the next place.</summary>
    /// <param name="seconds">When the frame was taken, from the first on.</param>
    /// <param name="rate">Frames per second of the video.</param>
    /// <param name="written">Frames that were written.</param>
    public static int Due(double seconds, double rate, long written) => (int)Math.Max(0, (long)Math.Floor(seconds * rate + 0.5) + 1 - written);

    /// <summary>Ends the file, which can be played from then on.</summary>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _writer.Release();
            _writer.Dispose();
        }
    }
}
