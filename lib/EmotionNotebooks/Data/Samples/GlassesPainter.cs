namespace EmotionNotebooks.Data.Samples;

/// <summary>Spectacles: two frames, a bridge, and a reflection.</summary>
internal static class GlassesPainter
{
    public static void Paint(Canvas canvas, Identity id)
    {
        if (!id.HasGlasses)
            return;
        for (var side = -1; side <= 1; side += 2)
        {
            var middle = side * (id.EyeDistance + 0.01f);
            var v = id.EyeHeight + 0.02f;
            PaintFrame(canvas, id, middle, v, id.GlassesRadius, id.GlassesRadius * 0.82f);
            canvas.Crease((side * (id.EyeDistance + id.GlassesRadius), v - 0.03f), (side * 0.6f, v - 0.04f), (side * id.FaceWidth, v - 0.05f), 0.022f, -0.01f, 0.6f);
        }

        canvas.Crease((-id.EyeDistance + id.GlassesRadius, id.EyeHeight), (0, id.EyeHeight - 0.05f), (id.EyeDistance - id.GlassesRadius, id.EyeHeight), 0.024f,
            -0.015f, 0.7f);
    }

    private static void PaintFrame(Canvas canvas, Identity id, float u, float v, float radiusU, float radiusV)
    {
        var (x0, x1) = Canvas.Range(u - radiusU - 0.04f, u + radiusU + 0.04f);
        var (y0, y1) = Canvas.Range(v - radiusV - 0.04f, v + radiusV + 0.04f);
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var (du, dv) = ((Canvas.At(x) - u) / radiusU, (Canvas.At(y) - v) / radiusV);
                // Between a circle and a rounded rectangle.
                var (du2, dv2) = (du * du, dv * dv);
                var away = (MathF.Sqrt(MathF.Sqrt(du2 * du2 + dv2 * dv2 + 0.8f * du2 * dv2)) - 1) * radiusV;
                var at = y * Canvas.Size + x;
                var frame = Canvas.Smooth(0.024f, 0.008f, Math.Abs(away));
                canvas.Albedo[at] += (0.03f + 0.3f * id.Iris - canvas.Albedo[at]) * frame * 0.9f;
                if (away < 0)
                    canvas.Albedo[at] += 0.03f * Canvas.Smooth(0.10f, 0.0f, Math.Abs(du + dv + 0.7f));
            }
        }
    }
}
