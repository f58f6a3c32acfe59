namespace EmotionNotebooks.Data.Samples;

/// <summary>
/// Who the face belongs to, as far as a picture of 48×48 shows it. Lengths are in head units: the face is about 2 units high from crown to
/// chin, u runs to the picture's right, v down, and the origin lies between the eyes' height and the nose.
/// </summary>
internal sealed class Identity
{
    public Identity(SeededRandom random)
    {
        float Between(float low, float high) => low + (high - low) * (float)random.NextDouble();
        bool Chance(double p) => random.NextDouble() < p;

        FaceWidth = Between(0.70f, 0.82f);
        JawWidth = Between(0.70f, 0.95f);
        ChinLength = Between(0.90f, 1.04f);
        CheekFullness = Between(0.02f, 0.10f);
        Skin = 0.13f + 0.52f * Between(0, 1) * Between(0.35f, 1);
        Age = Between(0, 1) * Between(0, 1);
        IsBearded = Chance(0.22);
        EyeDistance = Between(0.315f, 0.365f);
        EyeHeight = Between(-0.17f, -0.11f);
        EyeWidth = Between(0.160f, 0.195f);
        EyeOpening = Between(0.062f, 0.085f);
        EyeSlant = Between(-0.16f, 0.10f);
        Lid = Between(0.2f, 1);
        Iris = Between(0.02f, 0.20f) * (0.4f + Skin);
        BrowHeight = Between(0.165f, 0.215f);
        BrowThickness = Between(0.024f, 0.055f);
        BrowArch = Between(0.02f, 0.08f);
        BrowDarkness = Between(0.55f, 0.95f);
        NoseWidth = Between(0.125f, 0.195f);
        NoseLength = Between(0.20f, 0.28f);
        NoseHeight = Between(0.15f, 0.27f);
        MouthHeight = Between(0.47f, 0.53f);
        MouthWidth = Between(0.240f, 0.310f);
        UpperLip = Between(0.034f, 0.070f);
        LowerLip = Between(0.052f, 0.092f);
        LipTone = Between(0.52f, 0.80f);
        Hair = Chance(0.08) ? HairStyle.Bald : (HairStyle)(1 + random.NextInt(5));
        // Dark skin seldom goes with fair hair; grey hair comes with age.
        HairTone = Age > 0.5f && Chance(0.7) ? Between(0.35f, 0.6f) : Skin > 0.35f && Chance(0.35) ? Between(0.16f, 0.42f) : Between(0.02f, 0.10f);
        Hairline = Between(-0.84f, -0.60f);
        Part = Between(-0.5f, 0.5f);
        Beard = !IsBearded ? 0 : Between(0.25f, 0.9f);
        HasFullBeard = IsBearded && Chance(0.5);
        HasGlasses = Chance(0.14);
        GlassesRadius = Between(0.17f, 0.22f);
        Texture = random.NextBits();
    }

    public float FaceWidth { get; }

    public float JawWidth { get; }

    public float ChinLength { get; }

    public float CheekFullness { get; }

    /// <summary>How much light the skin gives back.</summary>
    public float Skin { get; }

    /// <summary>0 young to 1 old: folds and wrinkles.</summary>
    public float Age { get; }

    public bool IsBearded { get; }

    public float EyeDistance { get; }

    public float EyeHeight { get; }

    public float EyeWidth { get; }

    public float EyeOpening { get; }

    public float EyeSlant { get; }

    /// <summary>How clearly the upper lid's crease shows.</summary>
    public float Lid { get; }

    public float Iris { get; }

    /// <summary>From the eye up to the brow.</summary>
    public float BrowHeight { get; }

    public float BrowThickness { get; }

    public float BrowArch { get; }

    public float BrowDarkness { get; }

    public float NoseWidth { get; }

    /// <summary>Where the nose ends, as v.</summary>
    public float NoseLength { get; }

    public float NoseHeight { get; }

    /// <summary>Where the mouth is, as v.</summary>
    public float MouthHeight { get; }

    public float MouthWidth { get; }

    public float UpperLip { get; }

    public float LowerLip { get; }

    /// <summary>How bright lips are beside skin.</summary>
    public float LipTone { get; }

    public HairStyle Hair { get; }

    public float HairTone { get; }

    /// <summary>Where hair begins above the forehead, as v.</summary>
    public float Hairline { get; }

    public float Part { get; }

    public float Beard { get; }

    public bool HasFullBeard { get; }

    public bool HasGlasses { get; }

    public float GlassesRadius { get; }

    /// <summary>Seed of the small irregularities of skin and hair.</summary>
    public ulong Texture { get; }
}
