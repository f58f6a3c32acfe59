using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Live;

/// <summary>
/// Follows faces from frame to frame by overlap and distance. Each face goes to the track that it fits best, the best pair first; a face that
/// fits none begins a track, a track that fits none ages until it is lost. Whoever comes back later than that is a new person.
/// </summary>
/// <param name="options">How persons are told apart; the defaults where null.</param>
public sealed class FaceTracker(TrackerOptions? options = null)
{
    // Boxes that share this much of their union are one face. Others are where their middles lie this close, in sides of the box, and
    // their sizes differ by no more than that factor: small and fast faces leave their own boxes from one frame to the next.
    private const double LeastOverlap = 0.2;
    private const double Reach = 0.75;
    private const double LargestGrowth = 1.6;

    // Tracks without a number are lost sooner.
    private const double UnconfirmedLostAfter = 0.3;

    private readonly TrackerOptions _options = options ?? new TrackerOptions();
    private readonly List<FaceTrack> _tracks = [];

    /// <summary>The tracks that are not lost, the oldest first.</summary>
    public IReadOnlyList<FaceTrack> Tracks => _tracks;

    /// <summary>How many persons got a number.</summary>
    public int Persons { get; private set; }

    /// <summary>Takes in the faces of the next frame.</summary>
    /// <param name="seconds">When; later than the frame before.</param>
    /// <param name="faces">All faces that were seen.</param>
    /// <returns>The track of each face, in the faces' order.</returns>
    public IReadOnlyList<FaceTrack> Update(double seconds, IReadOnlyList<DetectedFace> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        var tracks = new FaceTrack?[faces.Count];
        var open = new HashSet<FaceTrack>(_tracks);
        var pairs =
            from track in _tracks
            from face in Enumerable.Range(0, faces.Count)
            let fit = Fit(track.Expected(seconds).Box, faces[face].Box)
            where fit > 0
            orderby fit descending
            select (Track: track, Face: face);
        foreach (var (track, face) in pairs.ToArray())
        {
            if (tracks[face] is null && open.Remove(track))
            {
                track.See(seconds, faces[face]);
                tracks[face] = track;
            }
        }

        _tracks.RemoveAll(track => seconds - track.LastSeen > (track.Person > 0 ? _options.LostAfter : Math.Min(UnconfirmedLostAfter, _options.LostAfter)));
        return [.. tracks.Select((track, face) => Numbered(track ?? Begin(seconds, faces[face])))];
    }

    // Above 1 for overlap, below for distance, 0 for neither.
    private static double Fit(FaceBox expected, FaceBox box)
    {
        var overlap = expected.IntersectionOverUnion(box);
        if (overlap >= LeastOverlap)
        {
            return 1 + overlap;
        }

        var growth = box.Width / expected.Width;
        var (dx, dy) = (box.Centre.X - expected.Centre.X, box.Centre.Y - expected.Centre.Y);
        var distance = Math.Sqrt(dx * dx + dy * dy) / ((box.Width + expected.Width) / 2);
        return growth is < LargestGrowth and > 1 / LargestGrowth ? Math.Max(0, 1 - distance / Reach) : 0;
    }

    private FaceTrack Begin(double seconds, DetectedFace face)
    {
        var track = new FaceTrack(seconds, face, _options.Smoothing);
        _tracks.Add(track);
        return track;
    }

    private FaceTrack Numbered(FaceTrack track)
    {
        if (track.Person == 0 && track.Sightings >= _options.ConfirmAfter)
        {
            track.Person = ++Persons;
        }

        return track;
    }
}
