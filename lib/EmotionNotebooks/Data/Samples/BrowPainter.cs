namespace EmotionNotebooks.Data.Samples;

/// <summary>Brows, moved by units 1, 2, 4 and 9, and the forehead's folds that come with them.</summary>
internal static class BrowPainter
{
    public static void Paint(Canvas canvas, Identity id, ActionUnits units, SeededRandom random)
    {
        var lopsided = 0.012f * (float)random.NextGaussian();
        PaintBrow(canvas, id, units, -1, -lopsided);
        PaintBrow(canvas, id, units, +1, lopsided);
        PaintForehead(canvas, id, units);
        PaintFrown(canvas, id, units);
    }

    private static void PaintBrow(Canvas canvas, Identity id, ActionUnits units, int side, float shift)
    {
        var rest = id.EyeHeight - id.BrowHeight + shift;
        var lowered = units.BrowLowerer + 0.5f * units.NoseWrinkler;
        // Unit 4 pulls down least where unit 1 lifts: together they make the slanted brow of grief and fear.
        var inner = rest + 0.02f - 0.115f * units.InnerBrowRaiser + 0.150f * lowered * (1 - 0.82f * Math.Min(1, units.InnerBrowRaiser));
        var arch = rest - id.BrowArch - 0.085f * units.OuterBrowRaiser - 0.040f * units.InnerBrowRaiser + 0.045f * lowered
            - 0.015f * units.UpperLidRaiser;
        var outer = rest + 0.03f - 0.080f * units.OuterBrowRaiser - 0.010f * lowered + 0.015f * units.InnerBrowRaiser;
        var start = 0.115f - 0.040f * units.BrowLowerer;
        var end = id.EyeDistance + id.EyeWidth + 0.055f;

        var thickness = id.BrowThickness;
        var (x0, x1) = side < 0 ? Canvas.Range(-end - 0.03f, -start + 0.03f) : Canvas.Range(start - 0.03f, end + 0.03f);
        var (y0, y1) = Canvas.Range(Math.Min(inner, Math.Min(arch, outer)) - 0.08f, Math.Max(inner, Math.Max(arch, outer)) + 0.08f);
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var (u, v) = (side * Canvas.At(x), Canvas.At(y));
                var t = (u - start) / (end - start);
                var along = Math.Clamp(t, 0, 1);
                // Through inner end, arch at 0.6 and outer end: the parabola of Lagrange.
                var middle = inner * (along - 0.6f) * (along - 1) / 0.6f - arch * along * (along - 1) / 0.24f + outer * along * (along - 0.6f) / 0.4f;
                var half = thickness * (0.85f + 0.5f * along - 0.95f * along * along);
                var hair = 1 - Canvas.Smooth(half * 0.45f, half * 1.25f + 0.008f, Math.Abs(v - middle));
                hair *= Canvas.Smooth(-0.06f, 0.08f, t) * Canvas.Smooth(1.06f, 0.86f, t);
                if (hair <= 0)
                    continue;
                var strands = 0.9f + 0.18f * Texture.Noise(u * 45, v * 45 + 20 * t, id.Texture + 2);
                var at = y * Canvas.Size + x;
                canvas.Albedo[at] += (Math.Min(id.HairTone, 0.22f) * 0.7f - canvas.Albedo[at]) * Math.Clamp(hair * strands * id.BrowDarkness, 0, 1);
                canvas.Height[at] += 0.010f * hair;
            }
        }

        // The lowered brow hangs over the eye.
        canvas.Darken(side * (id.EyeDistance - 0.06f), id.EyeHeight - 0.07f, 0.20f, 0.09f, 0.38f * Math.Min(1, lowered) * (1 - 0.7f * Math.Min(1, units.InnerBrowRaiser)));
        canvas.Bump(side * (id.EyeDistance - 0.03f), arch + 0.03f, 0.22f, 0.09f, 0.035f * lowered);
    }

    private static void PaintForehead(Canvas canvas, Identity id, ActionUnits units)
    {
        var middle = units.InnerBrowRaiser;
        var sides = units.OuterBrowRaiser;
        var top = id.EyeHeight - id.BrowHeight - 0.12f - 0.06f * middle;
        for (var line = 0; line < 3; line++)
        {
            var v = top - 0.095f * line;
            if (v < id.Hairline + 0.05f)
                break;
            var half = 0.20f + 0.24f * sides;
            var depth = 0.020f * (0.55f * middle + 0.65f * sides) * (0.6f + 0.7f * id.Age) + 0.006f * id.Age;
            // Grief folds the middle up; raised brows fold the whole forehead.
            canvas.Crease((-half, v + 0.03f * middle), (0, v - 0.05f * (1 - middle) + 0.01f), (half, v + 0.03f * middle), 0.035f, depth, 7 * depth);
        }
    }

    private static void PaintFrown(Canvas canvas, Identity id, ActionUnits units)
    {
        var frown = units.BrowLowerer + 0.35f * units.NoseWrinkler;
        var depth = 0.034f * frown * (0.7f + 0.5f * id.Age);
        var (top, bottom) = (id.EyeHeight - id.BrowHeight - 0.10f, id.EyeHeight - 0.05f);
        for (var side = -1; side <= 1; side += 2)
            canvas.Crease((side * 0.060f, top), (side * 0.045f, top + 0.09f), (side * 0.065f, bottom), 0.030f, depth, 0.36f * Math.Min(1.2f, frown));
        canvas.Bump(0, bottom - 0.08f, 0.05f, 0.10f, 0.03f * frown);
    }
}
