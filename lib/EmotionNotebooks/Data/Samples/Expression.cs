namespace EmotionNotebooks.Data.Samples;

/// <summary>
/// Turns an emotion into action units: the prototypes of Ekman and Friesen (EMFACS) with everyday variation. Intensity, the units that
/// take part and their strength all vary, and every face carries a little of what does not belong to its class.
/// </summary>
internal static class Expression
{
    public static ActionUnits Of(Emotion emotion, SeededRandom random)
    {
        var units = new ActionUnits();
        // Mostly clear, sometimes faint: a faint expression is what people and networks confuse with another or with none.
        var intensity = 0.36f + 0.70f * Uniform(random) * (0.45f + 0.55f * Uniform(random)) + 0.12f * Uniform(random);
        Act(units, emotion, intensity, random);
        AtRest(units, random);
        return units;
    }

    private static void Act(ActionUnits units, Emotion emotion, float intensity, SeededRandom random)
    {
        float Strength(float typical, float present = 0.94f) =>
            Uniform(random) < present ? typical * intensity * (0.7f + 0.5f * Uniform(random)) : 0;

        switch (emotion)
        {
            case Emotion.Happy: // 6 + 12 (+ 25)
                units.CheekRaiser = Strength(0.95f);
                units.LipCornerPuller = Strength(1.15f, 1);
                units.LipsPart = Strength(0.9f, 0.62f);
                units.JawDrop = Strength(0.35f, 0.2f);
                break;
            case Emotion.Sad: // 1 + 4 + 15 (+ 17)
                units.InnerBrowRaiser = Strength(1.05f);
                units.BrowLowerer = Strength(0.5f);
                units.LipCornerDepressor = Strength(1.1f, 0.97f);
                units.ChinRaiser = Strength(0.7f, 0.7f);
                units.EyesClosing = Strength(0.55f, 0.7f);
                break;
            case Emotion.Surprise: // 1 + 2 + 5 + 26
                units.InnerBrowRaiser = Strength(1.1f);
                units.OuterBrowRaiser = Strength(1.1f);
                units.UpperLidRaiser = Strength(1);
                units.LipsPart = Strength(0.6f);
                units.JawDrop = Strength(1.1f, 0.9f);
                break;
            case Emotion.Fear: // 1 + 2 + 4 + 5 + 20 + 25
                units.InnerBrowRaiser = Strength(1);
                units.OuterBrowRaiser = Strength(0.5f, 0.8f);
                units.BrowLowerer = Strength(0.75f);
                units.UpperLidRaiser = Strength(1.1f, 0.97f);
                units.LidTightener = Strength(0.3f, 0.5f);
                units.LipStretcher = Strength(1.1f);
                units.LipsPart = Strength(0.9f, 0.85f);
                units.JawDrop = Strength(0.35f, 0.4f);
                break;
            case Emotion.Angry: // 4 + 5 + 7 + 23, or with bared teeth 4 + 7 + 10 + 25
                units.BrowLowerer = Strength(1.25f, 1);
                units.LidTightener = Strength(0.75f);
                units.UpperLidRaiser = Strength(0.55f, 0.6f);
                if (Uniform(random) < 0.7f)
                {
                    units.LipTightener = Strength(1.1f);
                    units.ChinRaiser = Strength(0.5f, 0.5f);
                }
                else
                {
                    units.UpperLipRaiser = Strength(0.7f);
                    units.LipStretcher = Strength(0.5f);
                    units.LipsPart = Strength(1.1f);
                }

                break;
            case Emotion.Disgust: // 9 + 10 + 15 + 17
                units.NoseWrinkler = Strength(1.15f, 0.97f);
                units.UpperLipRaiser = Strength(1.1f);
                units.BrowLowerer = Strength(0.5f, 0.8f);
                units.CheekRaiser = Strength(0.4f, 0.7f);
                units.LidTightener = Strength(0.4f, 0.6f);
                units.LipCornerDepressor = Strength(0.6f, 0.7f);
                units.ChinRaiser = Strength(0.6f, 0.6f);
                units.LipsPart = Strength(0.5f, 0.3f);
                break;
            case Emotion.Neutral:
            default:
                break;
        }
    }

    // Nobody's face at rest is the textbook's: a trace of this or that, in every class.
    private static void AtRest(ActionUnits units, SeededRandom random)
    {
        float Trace(float most)
        {
            var x = Uniform(random);
            return most * x * x * x;
        }

        units.InnerBrowRaiser += Trace(0.3f);
        units.OuterBrowRaiser += Trace(0.35f);
        units.BrowLowerer += Trace(0.4f);
        units.CheekRaiser += Trace(0.25f);
        units.LidTightener += Trace(0.35f);
        units.EyesClosing += Trace(0.35f);
        units.LipCornerPuller += Trace(0.3f);
        units.LipCornerDepressor += Trace(0.3f);
        units.ChinRaiser += Trace(0.25f);
        units.LipTightener += Trace(0.35f);
        units.LipsPart += Trace(0.25f);
    }

    private static float Uniform(SeededRandom random) => (float)random.NextDouble();
}
