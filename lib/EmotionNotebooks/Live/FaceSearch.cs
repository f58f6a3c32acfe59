using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Live;

/// <summary>
/// Searches whole pictures for new faces beside the work on frames: upright faces every other time, faces that lean to the left or the right
/// in between.
/// </summary>
internal sealed class FaceSearch : IDisposable
{
    private static readonly double[] Angles = [0, -30, 30];
    private static readonly int[] Turns = [0, 1, 0, 2];

    private readonly HaarFaceDetector[] _detectors = [.. Angles.Select(angle => new HaarFaceDetector(new() { Angles = [angle], LongestSide = 640 }))];
    private readonly StageTimes _times;
    private Task<IReadOnlyList<DetectedFace>>? _running;
    private int _turn;

    public FaceSearch(StageTimes times) => _times = times;

    public bool IsRunning => _running is not null;

    /// <summary>Begins to search a picture.</summary>
    public void Begin(Photo photo)
    {
        var detector = _detectors[Turns[_turn++ % Turns.Length]];
        _running = Task.Run(() => _times.Measure(LiveStage.Search, () => detector.Detect(photo)));
    }

    /// <summary>What the search found, or null where it goes on.</summary>
    public IReadOnlyList<DetectedFace>? Collect(bool wait)
    {
        if (_running is null || (!wait && !_running.IsCompleted))
        {
            return null;
        }

        var found = _running.GetAwaiter().GetResult();
        _running = null;
        return found;
    }

    public void Dispose()
    {
        Collect(wait: true);
        foreach (var detector in _detectors)
        {
            detector.Dispose();
        }
    }
}
