using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Cli;

/// <summary>One run of <c>emotion predict</c>: where its readings go.</summary>
/// <param name="annotate">A PNG, a folder, or null.</param>
/// <param name="annotatesFile">Whether it is a PNG.</param>
/// <param name="network">Which network reads.</param>
internal sealed class PredictionRun(string? annotate, bool annotatesFile, string network) : IDisposable
{
    private readonly List<ReadingLog> _logs = [];

    /// <summary>What was met so far.</summary>
    public PredictionSummary Summary { get; } = new();

    /// <summary>Pictures that every log had already.</summary>
    public int Skipped { get; private set; }

    public void AddLog(string? path, ReadingFormat format, bool resume)
    {
        if (path is not null)
        {
            _logs.Add(new ReadingLog(path, format, network, resume));
        }
    }

    /// <summary>The pictures that some log lacks.</summary>
    public IReadOnlyList<PictureFile> Left(IReadOnlyList<PictureFile> files)
    {
        PictureFile[] left = [.. files.Where(file => _logs.Count == 0 || !_logs.TrueForAll(log => log.Has(file.Path)))];
        Skipped = files.Count - left.Length;
        return left;
    }

    public void Add(PictureOutcome outcome)
    {
        Add(new Prediction(outcome.File.Path, network, outcome.Reading, outcome.Fault));
        if (annotate is not null && outcome.Reading is { } reading)
        {
            // Decoded again, so that no picture is kept until its faces are classified.
            AnnotatedPhoto.Save(Photo.Read(outcome.File.Path), reading, annotatesFile ? annotate : Path.Combine(annotate, $"{outcome.File.Name}.png"));
        }
    }

    public void Add(Photo photo, EmotionReader reader)
    {
        var reading = reader.Read(photo);
        Add(new Prediction(photo.Origin, network, reading, null));
        if (annotate is not null)
        {
            AnnotatedPhoto.Save(photo, reading, annotatesFile ? annotate : Path.Combine(annotate, "standard-input.png"));
        }
    }

    public void Flush() => _logs.ForEach(log => log.Flush());

    public void Finish() => _logs.ForEach(log => log.Finish());

    public void Dispose() => _logs.ForEach(log => log.Dispose());

    private void Add(Prediction prediction)
    {
        Summary.Add(prediction);
        _logs.ForEach(log => log.Add(prediction));
    }
}
