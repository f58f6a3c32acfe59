namespace EmotionNotebooks.Data.Samples;

/// <summary>Where the lips are, from the identity and units 10, 12, 15, 17, 20, 23, 25 and 26.</summary>
internal sealed class Mouth
{
    private readonly float _lopsided;
    private readonly float _corner;
    private readonly float _squareness;
    private readonly float _upperLift;
    private readonly float _lowerLift;
    private readonly float _bow;

    public Mouth(Identity id, ActionUnits units, SeededRandom random)
    {
        var smile = units.LipCornerPuller;
        var stretch = units.LipStretcher;
        var tight = Math.Min(1.1f, units.LipTightener);
        Middle = id.MouthHeight + 0.030f * units.JawDrop - 0.015f * units.UpperLipRaiser - 0.010f * units.NoseWrinkler;
        HalfWidth = id.MouthWidth * (1 + 0.30f * smile + 0.30f * stretch - 0.14f * units.JawDrop - 0.13f * tight - 0.06f * units.ChinRaiser
            + 0.05f * units.LipCornerDepressor);
        _corner = -0.085f * smile + 0.070f * units.LipCornerDepressor + 0.030f * stretch + 0.010f * units.ChinRaiser
            + 0.012f * units.UpperLipRaiser - 0.003f;
        _lopsided = 0.008f * (float)random.NextGaussian();
        _squareness = Math.Clamp(0.9f * stretch + 0.7f * units.UpperLipRaiser, 0, 1);
        OpenUp = 0.020f * units.LipsPart + 0.035f * units.JawDrop + (0.025f * smile + 0.030f * units.UpperLipRaiser) * Math.Min(1, units.LipsPart);
        OpenDown = 0.038f * units.LipsPart + 0.200f * units.JawDrop + (0.034f * smile + 0.030f * stretch) * Math.Min(1, units.LipsPart);
        // Corners stay at half the opening's height, unless a smile holds them up.
        _corner += 0.5f * (OpenDown - OpenUp) * Math.Max(0, 1 - 1.3f * smile);
        _upperLift = 0.032f * units.UpperLipRaiser + 0.014f * units.NoseWrinkler;
        _lowerLift = 0.034f * units.ChinRaiser;
        _bow = 0.010f * (1 - Math.Min(1, smile)) * (1 - Math.Min(1, stretch));
        var thin = 1 - 0.60f * tight - 0.24f * smile - 0.25f * stretch;
        UpperLip = id.UpperLip * Math.Max(0.25f, thin);
        LowerLip = id.LowerLip * Math.Max(0.28f, thin + 0.22f * units.ChinRaiser);
        Teeth = Math.Min(1, units.LipsPart + 0.4f * units.UpperLipRaiser) * (1 - 0.5f * Math.Min(1, units.JawDrop) * (1 - Math.Min(1, smile)));
    }

    /// <summary>The line between the lips, in the middle, as v.</summary>
    public float Middle { get; }

    public float HalfWidth { get; }

    public float UpperLip { get; }

    public float LowerLip { get; }

    /// <summary>How far the upper lip leaves the line.</summary>
    public float OpenUp { get; }

    /// <summary>How far the lower lip leaves the line.</summary>
    public float OpenDown { get; }

    /// <summary>How much of the opening shows teeth.</summary>
    public float Teeth { get; }

    /// <summary>The lip corner's v.</summary>
    public float Corner(int side) => Middle + _corner + side * _lopsided - 0.5f * _lowerLift;

    /// <summary>The four edges at t, −1 to 1 from corner to corner: outside of the upper lip, its inside, the lower lip's inside, its outside.</summary>
    public (float Top, float Upper, float Lower, float Bottom) Edges(float t)
    {
        var t2 = t * t;
        var arch = Math.Max(0, 1 - t2);
        var round = MathF.Sqrt(arch);
        // Corners follow a bend that is flat in the middle; a raised chin bows the line upwards.
        var line = Middle + (_corner + t * _lopsided) * t2 * (0.6f + 0.4f * t2) - _lowerLift * (0.4f + 0.6f * arch);
        var open = arch + (round - arch) * (0.35f + 0.5f * _squareness);
        var lift = _upperLift * (arch + (round - arch) * _squareness);
        var upper = line - OpenUp * open - lift * Math.Min(1, OpenUp * 40) + _bow * (t2 < 0.09f ? 1 - t2 / 0.09f : 0);
        var lower = line + OpenDown * open;
        var cupid = 1 - 0.22f * Math.Max(0, 1 - t2 * 16) + 0.10f * Math.Max(0, 1 - (Math.Abs(t) - 0.3f) * (Math.Abs(t) - 0.3f) * 30);
        var top = upper - (UpperLip * cupid + lift * (1 - Math.Min(1, OpenUp * 40))) * (0.45f * round + 0.55f * arch);
        var bottom = lower + LowerLip * (0.5f * round + 0.5f * arch);
        return (top, upper, lower, bottom);
    }
}
