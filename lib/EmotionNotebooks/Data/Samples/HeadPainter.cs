namespace EmotionNotebooks.Data.Samples;

/// <summary>The head's shape with forehead, sockets, cheeks, chin, ears and neck: everything that has no muscle of its own.</summary>
internal static class HeadPainter
{
    private const float NeckShade = 0.62f;

    public static void Paint(Canvas canvas, Identity id, ActionUnits units)
    {
        var chin = id.ChinLength + 0.11f * units.JawDrop + 0.02f * units.LipsPart;
        PaintShape(canvas, id, chin);
        PaintEars(canvas, id);
        PaintRelief(canvas, id, units, chin);
    }

    /// <summary>1 well inside the face's outline, 0 outside.</summary>
    public static float Inside(Identity id, float chin, float u, float v)
    {
        var width = id.FaceWidth * (1 - (1 - id.JawWidth) * Canvas.Smooth(0.05f, 0.95f, v));
        var vertical = v < 0 ? v / 1.04f : v / (chin + 0.04f);
        // The jaw is squarer than an ellipse.
        var square = vertical * vertical;
        square *= v < 0 ? 1 : 0.72f + 0.28f * square;
        return 1 - (u * u / (width * width) + square);
    }

    private static void PaintShape(Canvas canvas, Identity id, float chin)
    {
        for (var y = 0; y < Canvas.Size; y++)
        {
            var v = Canvas.At(y);
            for (var x = 0; x < Canvas.Size; x++)
            {
                var u = Canvas.At(x);
                var at = y * Canvas.Size + x;
                var inside = Inside(id, chin, u, v);
                var neck = Neck(id, u, v);
                var face = Canvas.Smooth(-0.03f, 0.05f, inside);
                var round = 1 - Math.Clamp(inside, 0, 1);
                // Flat in front, steep at the rim: heads are no spheres.
                var height = 0.58f * MathF.Sqrt(1.0001f - round * round);
                var skin = id.Skin * (1 + 0.05f * Texture.Noise(u * 3, v * 3, id.Texture) + 0.025f * Texture.Noise(u * 14, v * 14, id.Texture + 1));
                canvas.Cover[at] = Math.Max(face, neck);
                canvas.Height[at] = face * height - (1 - face) * 0.1f * Math.Abs(u);
                canvas.Albedo[at] = skin * (face + (1 - face) * NeckShade);
            }
        }
    }

    private static float Neck(Identity id, float u, float v)
    {
        var half = id.FaceWidth * 0.66f + 0.5f * Canvas.Smooth(1.05f, 1.45f, v);
        return v < 0.3f ? 0 : Canvas.Smooth(half + 0.03f, half - 0.03f, Math.Abs(u));
    }

    private static void PaintEars(Canvas canvas, Identity id)
    {
        const float top = 0.02f;
        for (var side = -1; side <= 1; side += 2)
        {
            var middle = side * (id.FaceWidth + 0.015f);
            var (x0, x1) = Canvas.Range(middle - 0.09f, middle + 0.09f);
            var (y0, y1) = Canvas.Range(top - 0.19f, top + 0.19f);
            for (var y = y0; y < y1; y++)
            {
                for (var x = x0; x < x1; x++)
                {
                    var (du, dv) = ((Canvas.At(x) - middle) / 0.085f, (Canvas.At(y) - top) / 0.18f);
                    var inside = 1 - du * du - dv * dv;
                    var at = y * Canvas.Size + x;
                    if (inside <= 0 || canvas.Cover[at] > 0.6f)
                        continue;
                    var edge = Canvas.Smooth(0, 0.25f, inside);
                    canvas.Albedo[at] += (id.Skin * (0.9f - 0.4f * Canvas.Smooth(0.4f, 0.9f, inside)) - canvas.Albedo[at]) * edge;
                    canvas.Height[at] = 0.05f * edge;
                    canvas.Cover[at] = Math.Max(canvas.Cover[at], edge);
                }
            }
        }
    }

    private static void PaintRelief(Canvas canvas, Identity id, ActionUnits units, float chin)
    {
        var eyes = id.EyeHeight;
        canvas.Bump(0, -0.52f, 0.55f, 0.34f, 0.05f);
        canvas.Bump(0, id.MouthHeight, 0.40f, 0.30f, 0.07f);
        canvas.Bump(0, chin - 0.14f, 0.24f, 0.17f, 0.075f + 0.03f * units.ChinRaiser);
        for (var side = -1; side <= 1; side += 2)
        {
            var eye = side * id.EyeDistance;
            canvas.Bump(eye * 0.97f, eyes - id.BrowHeight - 0.01f, 0.28f, 0.12f, 0.05f);
            canvas.Bump(eye, eyes + 0.01f, 0.26f, 0.19f, -0.085f);
            canvas.Bump(side * 0.11f, eyes, 0.13f, 0.16f, -0.05f);
            canvas.Bump(eye, eyes, 0.17f, 0.12f, 0.055f);
            canvas.Darken(eye - side * 0.03f, eyes + 0.11f, 0.19f, 0.10f, 0.10f + 0.16f * id.Age);
            // The cheek's apple rises with a smile and with a wrinkled nose.
            var rise = 0.55f * units.CheekRaiser + 0.6f * units.LipCornerPuller + 0.3f * units.NoseWrinkler;
            canvas.Bump(side * 0.40f, 0.20f - 0.05f * rise, 0.25f, 0.20f, id.CheekFullness + 0.065f * rise);
            canvas.Bump(side * 0.46f, 0.52f, 0.20f, 0.26f, -0.03f * (1 - 8 * id.CheekFullness));
        }
    }
}
