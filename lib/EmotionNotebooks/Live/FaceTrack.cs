using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Live;

/// <summary>A face that is followed from frame to frame.</summary>
public sealed class FaceTrack
{
    // A motion is trusted for so long after the last sighting, and is itself a mean over about this time.
    private const double MotionSeconds = 0.15;

    private FacePoint _perSecond;

    internal FaceTrack(double seconds, DetectedFace face, double smoothing)
    {
        (Face, FirstSeen, LastSeen, Sightings) = (face, seconds, seconds, 1);
        Probabilities = new SmoothedProbabilities(smoothing);
    }

    /// <summary>The person's number, from 1; 0 while the face has not been seen often enough.</summary>
    public int Person { get; internal set; }

    /// <summary>The face as it was seen last.</summary>
    public DetectedFace Face { get; private set; }

    /// <summary>When it was seen first, in seconds.</summary>
    public double FirstSeen { get; }

    /// <summary>When it was seen last, in seconds.</summary>
    public double LastSeen { get; private set; }

    /// <summary>In how many frames it was seen.</summary>
    public int Sightings { get; private set; }

    /// <summary>What the network says of it, smoothed over time.</summary>
    public SmoothedProbabilities Probabilities { get; }

    /// <summary>The face where its motion would have brought it.</summary>
    /// <param name="seconds">When.</param>
    public DetectedFace Expected(double seconds)
    {
        var ahead = Math.Clamp(seconds - LastSeen, 0, MotionSeconds);
        return Face with { Box = Face.Box with { X = Face.Box.X + _perSecond.X * ahead, Y = Face.Box.Y + _perSecond.Y * ahead } };
    }

    internal void See(double seconds, DetectedFace face)
    {
        var elapsed = seconds - LastSeen;
        if (elapsed > 0)
        {
            var (from, to) = (Face.Box.Centre, face.Box.Centre);
            var share = 1 - Math.Exp(-elapsed / MotionSeconds);
            _perSecond = new(
                _perSecond.X + share * ((to.X - from.X) / elapsed - _perSecond.X), _perSecond.Y + share * ((to.Y - from.Y) / elapsed - _perSecond.Y));
        }

        (Face, LastSeen) = (face, seconds);
        Sightings++;
    }
}
