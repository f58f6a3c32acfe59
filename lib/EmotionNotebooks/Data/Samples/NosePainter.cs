namespace EmotionNotebooks.Data.Samples;

/// <summary>The nose, its wrinkles (unit 9), and the folds from its wings to the mouth's corners.</summary>
internal static class NosePainter
{
    public static void Paint(Canvas canvas, Identity id, ActionUnits units, Mouth mouth)
    {
        var lift = 0.045f * units.NoseWrinkler + 0.015f * units.UpperLipRaiser;
        var end = id.NoseLength - 0.4f * lift;
        var wings = id.NoseWidth * (1 + 0.22f * units.NoseWrinkler + 0.12f * units.LipCornerPuller + 0.06f * units.UpperLipRaiser);
        var height = id.NoseHeight;
        PaintForm(canvas, id, end, wings, height, lift);
        PaintWrinkles(canvas, id, units.NoseWrinkler);
        PaintFolds(canvas, id, units, mouth, end, wings, lift);
    }

    private static void PaintForm(Canvas canvas, Identity id, float end, float wings, float height, float lift)
    {
        // The bridge widens and rises towards the tip.
        const int steps = 5;
        for (var i = 0; i < steps; i++)
        {
            var t = (float)i / (steps - 1);
            var v = id.EyeHeight + 0.02f + t * (end - 0.06f - id.EyeHeight);
            canvas.Bump(0, v, 0.095f + 0.045f * t, 0.13f, height * (0.11f + 0.27f * t));
        }

        canvas.Bump(0, end - 0.035f, 0.105f, 0.095f, height * 0.50f);
        for (var side = -1; side <= 1; side += 2)
        {
            canvas.Bump(side * wings * 0.78f, end - 0.015f - lift, 0.070f, 0.075f, height * 0.36f);
            canvas.Darken(side * wings * 0.46f, end + 0.038f - 0.5f * lift, 0.052f, 0.030f, 0.80f);
            canvas.Crease((side * wings * 1.02f, end - 0.08f - lift), (side * wings * 1.22f, end - 0.02f - lift), (side * wings * 0.9f, end + 0.045f - lift),
                0.028f, 0.012f, 0.28f);
        }

        canvas.Darken(0, end + 0.065f, wings * 0.95f, 0.055f, 0.26f);
        canvas.Bump(0, end + 0.11f, 0.035f, 0.09f, -0.018f);
    }

    private static void PaintWrinkles(Canvas canvas, Identity id, float wrinkled)
    {
        if (wrinkled < 0.05f)
            return;
        for (var side = -1; side <= 1; side += 2)
        {
            for (var line = 0; line < 3; line++)
            {
                var v = id.EyeHeight - 0.02f + 0.060f * line;
                canvas.Crease((side * 0.015f, v + 0.01f), (side * 0.07f, v - 0.015f), (side * (0.12f + 0.01f * line), v + 0.045f), 0.024f,
                    0.022f * wrinkled, 0.26f * wrinkled);
            }

            canvas.Crease((0, id.EyeHeight - 0.075f), (0.04f * side, id.EyeHeight - 0.08f), (0.09f * side, id.EyeHeight - 0.06f), 0.022f,
                0.02f * wrinkled, 0.24f * wrinkled);
        }
    }

    private static void PaintFolds(Canvas canvas, Identity id, ActionUnits units, Mouth mouth, float end, float wings, float lift)
    {
        var smile = units.LipCornerPuller;
        var sneer = 0.9f * units.NoseWrinkler + 0.7f * units.UpperLipRaiser;
        var strength = 0.16f + 0.45f * id.Age + 0.85f * smile + 0.95f * sneer + 0.3f * units.LipStretcher + 0.3f * units.LipCornerDepressor;
        for (var side = -1; side <= 1; side += 2)
        {
            var a = (side * (wings + 0.025f), end - 0.06f - 1.2f * lift);
            var b = (side * (mouth.HalfWidth + 0.075f + 0.05f * smile), end + 0.03f + 0.02f * smile - 0.5f * lift);
            var c = (side * (mouth.HalfWidth + 0.055f), mouth.Corner(side) - 0.02f + 0.04f * (1 - Math.Min(1, smile)));
            canvas.Crease(a, b, c, 0.042f, 0.030f * Math.Min(1.5f, strength), 0.15f * Math.Min(1.5f, strength));
        }
    }
}
