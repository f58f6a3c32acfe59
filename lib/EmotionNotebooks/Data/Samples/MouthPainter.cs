namespace EmotionNotebooks.Data.Samples;

/// <summary>Lips, what shows between them, and the chin's answer to units 17 and 26.</summary>
internal static class MouthPainter
{
    public static void Paint(Canvas canvas, Identity id, ActionUnits units, Mouth mouth)
    {
        PaintLips(canvas, id, units, mouth);
        for (var side = -1; side <= 1; side += 2)
        {
            var corner = mouth.Corner(side);
            // A shadow sits in each corner; smiling digs it deeper, drooping draws it down.
            canvas.Darken(side * (mouth.HalfWidth + 0.012f), corner, 0.055f, 0.045f, 0.30f + 0.15f * units.LipCornerPuller);
            canvas.Bump(side * (mouth.HalfWidth + 0.02f), corner, 0.06f, 0.06f, -0.014f - 0.02f * units.LipCornerPuller);
            var droop = units.LipCornerDepressor + 0.25f * id.Age;
            canvas.Crease((side * (mouth.HalfWidth + 0.01f), corner), (side * (mouth.HalfWidth + 0.045f), corner + 0.05f),
                (side * (mouth.HalfWidth + 0.035f), corner + 0.14f), 0.035f, 0.022f * droop, 0.20f * Math.Min(1, droop));
            if (units.LipStretcher > 0.2f)
                canvas.Crease((side * (mouth.HalfWidth + 0.05f), corner - 0.04f), (side * (mouth.HalfWidth + 0.09f), corner + 0.04f),
                    (side * (mouth.HalfWidth + 0.03f), corner + 0.16f), 0.035f, 0.018f * units.LipStretcher, 0.14f * units.LipStretcher);
        }

        var below = mouth.Middle + mouth.OpenDown + mouth.LowerLip;
        canvas.Crease((-mouth.HalfWidth * 0.6f, below + 0.045f), (0, below + 0.035f - 0.03f * units.ChinRaiser), (mouth.HalfWidth * 0.6f, below + 0.045f),
            0.05f, 0.022f + 0.030f * units.ChinRaiser, 0.14f + 0.12f * units.ChinRaiser);
        PaintChin(canvas, id, units, below + 0.15f);
    }

    private static void PaintLips(Canvas canvas, Identity id, ActionUnits units, Mouth mouth)
    {
        var (x0, x1) = Canvas.Range(-mouth.HalfWidth - 0.02f, mouth.HalfWidth + 0.02f);
        var (y0, y1) = Canvas.Range(mouth.Middle - 0.26f, mouth.Middle + 0.40f);
        for (var x = x0; x < x1; x++)
        {
            var t = Math.Clamp(Canvas.At(x) / mouth.HalfWidth, -1, 1);
            var (top, upper, lower, bottom) = mouth.Edges(t);
            var ends = Canvas.Smooth(1.0f, 0.90f, Math.Abs(t));
            for (var y = y0; y < y1; y++)
            {
                var v = Canvas.At(y);
                if (v < top - 0.03f || v > bottom + 0.03f)
                    continue;
                var at = y * Canvas.Size + x;
                var lips = ends * Canvas.Smooth(top - 0.014f, top + 0.014f, v) * Canvas.Smooth(bottom + 0.016f, bottom - 0.016f, v);
                ref var albedo = ref canvas.Albedo[at];
                // The upper lip faces down and is darker; the lower catches the light.
                var tone = v < (upper + lower) / 2 ? id.LipTone * 0.93f : id.LipTone * 1.04f;
                albedo *= 1 - lips * (1 - tone);
                canvas.Height[at] += lips * Roundness(v, top, upper, lower, bottom) * (0.034f - 0.016f * Math.Min(1, units.LipTightener));

                var gap = lower - upper;
                var open = ends * Canvas.Smooth(upper - 0.008f, upper + 0.010f, v) * Canvas.Smooth(lower + 0.008f, lower - 0.010f, v) * Math.Min(1, gap / 0.024f);
                if (open > 0)
                {
                    albedo += (Within(id, t, v, upper, lower, mouth.Teeth) - albedo) * open;
                    canvas.Height[at] -= 0.06f * open * (1 - mouth.Teeth);
                }

                // Closed or nearly closed lips meet in a dark line.
                var line = (upper + lower) / 2;
                var near = 1 - (v - line) * (v - line) / (0.020f * 0.020f);
                if (near > 0)
                    albedo *= 1 - 0.62f * near * Math.Max(0, 1 - gap / 0.03f) * ends;
            }
        }
    }

    // A lip is a roll between its two edges.
    private static float Roundness(float v, float top, float upper, float lower, float bottom)
    {
        var (from, to) = v < (upper + lower) / 2 ? (top, upper) : (lower, bottom);
        var t = (v - from) / Math.Max(0.012f, to - from);
        return t is > 0 and < 1 ? 4 * t * (1 - t) : 0;
    }

    private static float Within(Identity id, float t, float v, float upper, float lower, float teeth)
    {
        var gap = lower - upper;
        var dark = 0.015f + 0.04f * Canvas.Smooth(upper + 0.5f * gap, lower, v) * (1 - t * t);
        var edge = upper + Math.Min(0.060f, 0.75f * gap) * (1 - 0.15f * t * t);
        var upperTeeth = Canvas.Smooth(edge + 0.010f, edge - 0.010f, v);
        // Lower teeth show when the lips are drawn apart and not when the jaw hangs.
        var lowerTeeth = gap < 0.12f ? Canvas.Smooth(lower - 0.42f * gap, lower - 0.30f * gap, v) * 0.8f : 0;
        var bright = (0.22f + 0.75f * id.Skin) * (1 - 0.5f * t * t);
        return dark + (bright - dark) * Math.Min(1, Math.Max(upperTeeth, lowerTeeth) * teeth * 1.15f);
    }

    private static void PaintChin(Canvas canvas, Identity id, ActionUnits units, float v)
    {
        if (units.ChinRaiser < 0.1f)
            return;
        // A raised chin is dimpled like an orange.
        var (x0, x1) = Canvas.Range(-0.16f, 0.16f);
        var (y0, y1) = Canvas.Range(v - 0.11f, v + 0.11f);
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var (du, dv) = (Canvas.At(x) / 0.16f, (Canvas.At(y) - v) / 0.11f);
                var rest = Math.Max(0, 1 - du * du - dv * dv);
                canvas.Height[y * Canvas.Size + x] += 0.012f * units.ChinRaiser * rest * Texture.Noise(Canvas.At(x) * 28, Canvas.At(y) * 28, id.Texture + 3);
            }
        }
    }
}
