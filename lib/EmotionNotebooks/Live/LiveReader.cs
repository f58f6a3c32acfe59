using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Live;

/// <summary>
/// Reads the emotions of the faces of successive frames and follows persons through them. The whole picture is searched every n-th frame, on
/// a thread of its own; what that finds is looked for n frames later, near where it was. In every frame known faces are looked for near
/// where they are expected, cut out and classified as <see cref="EmotionReader"/> does. Serves one thread at a time.
/// </summary>
public sealed class LiveReader : IDisposable
{
    // Two faces of one frame that share this much of their union are one.
    private const double Same = 0.3;

    private readonly EmotionReader _reader;
    private readonly LiveOptions _options;
    private readonly FaceTracker _tracker;
    private readonly FaceFollower _follower = new();
    private readonly FaceSearch _search;
    private long _count;

    /// <summary>Makes a reader of frames.</summary>
    /// <param name="reader">What cuts out and classifies, and searches the first frame; the caller disposes it afterwards.</param>
    /// <param name="options">How to read; the defaults where null.</param>
    /// <param name="times">Takes the time of each part of the work; null where it does not matter.</param>
    /// <exception cref="IOException">OpenCV's cascades are not on this machine; the message says what to do.</exception>
    public LiveReader(EmotionReader reader, LiveOptions? options = null, StageTimes? times = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (_reader, _options, Times) = (reader, options ?? new LiveOptions(), times ?? new StageTimes());
        _tracker = new FaceTracker(_options.Tracker);
        _search = new FaceSearch(Times);
    }

    /// <summary>The time of each part of the work.</summary>
    public StageTimes Times { get; }

    /// <summary>How many persons got a number.</summary>
    public int Persons => _tracker.Persons;

    /// <summary>Reads the next frame.</summary>
    /// <param name="photo">Its picture.</param>
    /// <param name="frame">Its number.</param>
    /// <param name="seconds">When it was taken; later than the one before.</param>
    public LiveFrame Read(Photo photo, long frame, double seconds)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var searchesAll = _options.SearchEvery == 1 || _count == 0;
        var faces = searchesAll ? Times.Measure(LiveStage.Search, () => _reader.Find(photo).Faces) : Near(photo, seconds);
        if (_options.SearchEvery > 1 && _count % _options.SearchEvery == 0 && !_search.IsRunning)
        {
            _search.Begin(photo);
        }

        _count++;
        var tracks = _tracker.Update(seconds, faces);
        Classify(photo, seconds, tracks);
        return new(frame, seconds, [.. tracks.Where(track => track.Person > 0).OrderBy(track => track.Person).Select(Person)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _search.Dispose();
        _follower.Dispose();
    }

    // Known faces, and what the search has found, near where they are expected.
    private List<DetectedFace> Near(Photo photo, double seconds)
    {
        var isTurn = _count % _options.SearchEvery == 0;
        var found = isTurn ? _search.Collect(_options.WaitsForSearch) : null;
        return Times.Measure(LiveStage.Follow, () =>
        {
            using var picture = new GreyMat(photo);
            var faces = new List<DetectedFace>();
            foreach (var expected in _tracker.Tracks.Select(track => track.Expected(seconds)).Concat(found ?? []))
            {
                if (faces.TrueForAll(face => face.Box.IntersectionOverUnion(expected.Box) < Same)
                    && _follower.Follow(picture.Mat, expected) is { } seen
                    && faces.TrueForAll(face => face.Box.IntersectionOverUnion(seen.Box) < Same))
                {
                    faces.Add(seen);
                }
            }

            return faces;
        });
    }

    private void Classify(Photo photo, double seconds, IReadOnlyList<FaceTrack> tracks)
    {
        var crops = new byte[tracks.Count * FaceSet.PixelsPerFace]; // (N, 48, 48)
        Times.Measure(LiveStage.Crop, () =>
        {
            for (var i = 0; i < tracks.Count; i++)
            {
                FaceCrop.Cut(photo, tracks[i].Face, _reader.Preprocessing, crops.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace));
            }
        });
        var probabilities = Times.Measure(LiveStage.Network, () => _reader.Classify(crops)); // (N, classes)
        var classes = _reader.ClassNames.Count;
        for (var i = 0; i < tracks.Count; i++)
        {
            tracks[i].Probabilities.Add(seconds, probabilities.AsSpan(i * classes, classes));
        }
    }

    private LivePerson Person(FaceTrack track)
    {
        var probabilities = track.Probabilities.Values;
        var reading = new FaceReading(
            track.Face.Box, track.Face.Score, _reader.ClassNames, probabilities, probabilities.Max() < _reader.UncertainBelow);
        return new(track.Person, reading);
    }
}
