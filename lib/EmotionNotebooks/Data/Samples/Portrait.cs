namespace EmotionNotebooks.Data.Samples;

/// <summary>Draws one face from one seed.</summary>
internal static class Portrait
{
    [ThreadStatic]
    private static Canvas? _canvas;

    public static void Draw(Emotion emotion, SeededRandom seed, Span<byte> pixels)
    {
        var canvas = _canvas ??= new Canvas();
        // Forks, so that a change to one of them leaves the others as they were.
        var id = new Identity(seed.Fork("identity"));
        var units = Expression.Of(emotion, seed.Fork("expression"));
        var small = seed.Fork("asymmetry");
        var mouth = new Mouth(id, units, small);
        HeadPainter.Paint(canvas, id, units);
        NosePainter.Paint(canvas, id, units, mouth);
        EyePainter.Paint(canvas, id, units, small);
        BrowPainter.Paint(canvas, id, units, small);
        PaintSmileLines(canvas, id, units);
        MouthPainter.Paint(canvas, id, units, mouth);
        HairPainter.Paint(canvas, id, units, mouth);
        GlassesPainter.Paint(canvas, id);
        new Lighting(seed.Fork("light")).Shine(canvas);
        new Camera(seed.Fork("camera"), id.Skin).Shoot(canvas, pixels);
    }

    // Crow's feet: three lines that leave the eye's outer corner when the cheek rises.
    private static void PaintSmileLines(Canvas canvas, Identity id, ActionUnits units)
    {
        var strength = units.CheekRaiser * (0.5f + 0.6f * id.Age) + 0.25f * id.Age;
        for (var side = -1; side <= 1; side += 2)
        {
            var corner = side * (id.EyeDistance + id.EyeWidth + 0.01f);
            for (var line = -1; line <= 1; line++)
                canvas.Crease((corner, id.EyeHeight + 0.02f + 0.02f * line), (corner + side * 0.05f, id.EyeHeight + 0.025f + 0.035f * line),
                    (corner + side * 0.11f, id.EyeHeight + 0.03f + 0.075f * line), 0.022f, 0.014f * strength, 0.16f * strength);
        }
    }
}
