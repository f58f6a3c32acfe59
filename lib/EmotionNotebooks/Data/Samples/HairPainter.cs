namespace EmotionNotebooks.Data.Samples;

/// <summary>Hair on the head and on the chin.</summary>
internal static class HairPainter
{
    public static void Paint(Canvas canvas, Identity id, ActionUnits units, Mouth mouth)
    {
        var chin = id.ChinLength + 0.11f * units.JawDrop;
        for (var y = 0; y < Canvas.Size; y++)
        {
            for (var x = 0; x < Canvas.Size; x++)
            {
                var (u, v) = (Canvas.At(x), Canvas.At(y));
                // Nothing grows in the middle of the face; most points are there.
                var hair = id.Hair == HairStyle.Bald || (v > -0.3f && Math.Abs(u) < 0.8f * id.FaceWidth) ? 0 : OnHead(id, u, v);
                var at = y * Canvas.Size + x;
                if (hair > 0)
                    Cover(canvas, id, at, u, v, hair);
                if (id.IsBearded && v > 0.1f)
                    PaintBeard(canvas, id, mouth, chin, at, u, v);
            }
        }
    }

    private static void Cover(Canvas canvas, Identity id, int at, float u, float v, float hair)
    {
        var curl = id.Hair == HairStyle.Curly;
        var strands = curl
            ? Texture.Noise(u * 11, v * 11, id.Texture + 4)
            : Texture.Noise(u * 24 + 6 * v, v * 4 + 3 * u * u, id.Texture + 4);
        var tone = id.HairTone * (1 + (curl ? 0.5f : 0.32f) * strands);
        canvas.Albedo[at] += (tone - canvas.Albedo[at]) * hair;
        canvas.Height[at] += hair * (0.05f + (curl ? 0.04f : 0.015f) * strands);
        canvas.Cover[at] = Math.Max(canvas.Cover[at], hair);
    }

    private static float OnHead(Identity id, float u, float v)
    {
        var ragged = 0.03f * Texture.Noise(u * 9, v * 9, id.Texture + 5);
        var volume = id.Hair switch
        {
            HairStyle.Curly => 0.17f + 2.5f * ragged,
            HairStyle.Long => 0.12f,
            HairStyle.Short => 0.05f,
            _ => 0.09f,
        };
        var crown = 1 - u * u / Square(id.FaceWidth + volume) - v * v / Square(1.02f + volume);
        var outer = Canvas.Smooth(-0.02f, 0.05f, crown + ragged);
        if (id.Hair == HairStyle.Long && v > -0.1f)
            outer = Canvas.Smooth(id.FaceWidth + 0.34f, id.FaceWidth + 0.22f, Math.Abs(u) + ragged + 0.05f * v);
        if (id.Hair == HairStyle.Curly && v > 0)
            outer *= Canvas.Smooth(0.55f, 0.30f, v);

        var line = Hairline(id, u) + ragged;
        var above = Canvas.Smooth(line + 0.03f, line - 0.04f, v);
        var temples = Temples(id, u, v, ragged);
        return outer * Math.Max(above, temples);
    }

    private static float Hairline(Identity id, float u)
    {
        var side = u / id.FaceWidth;
        return id.Hair switch
        {
            HairStyle.Fringe => Math.Max(id.Hairline, -0.42f) + 0.05f * side * side + 0.03f * Texture.Noise(u * 16, 0, id.Texture + 6),
            HairStyle.SidePart => id.Hairline + 0.28f * Square(side - id.Part) * (side > id.Part ? 1 : 0.5f),
            _ => id.Hairline + 0.26f * side * side - 0.10f * Math.Max(0, 1 - 6 * Square(Math.Abs(side) - 0.5f)) * id.Age,
        };
    }

    // Hair beside the face: down to the ears, or past them when it is long.
    private static float Temples(Identity id, float u, float v, float ragged)
    {
        var end = id.Hair switch
        {
            HairStyle.Long => 2f,
            HairStyle.Short => -0.12f,
            HairStyle.Curly => 0.3f,
            _ => 0.02f,
        };
        var inner = id.FaceWidth * (id.Hair == HairStyle.Long ? 0.93f : 0.95f) - 0.16f * Canvas.Smooth(-0.35f, -0.75f, v) * id.FaceWidth;
        return Canvas.Smooth(inner - 0.02f, inner + 0.05f, Math.Abs(u) + ragged) * Canvas.Smooth(end + 0.08f, end - 0.08f, v);
    }

    private static void PaintBeard(Canvas canvas, Identity id, Mouth mouth, float chin, int at, float u, float v)
    {
        var inside = Canvas.Smooth(0, 0.12f, HeadPainter.Inside(id, chin + 0.03f, u, v));
        var grain = 0.85f + 0.25f * Texture.Noise(u * 26, v * 26, id.Texture + 7);
        var t = u / (mouth.HalfWidth + 0.05f);
        // The moustache lies between nose and upper lip; the lips themselves stay bare.
        var (top, _, _, bottom) = mouth.Edges(Math.Clamp(u / mouth.HalfWidth, -1, 1));
        var lips = Math.Abs(t) < 0.95f && v > top - 0.005f && v < bottom + 0.01f ? 0 : 1;
        var moustache = Canvas.Smooth(1.15f, 0.85f, Math.Abs(t)) * Canvas.Smooth(id.NoseLength + 0.07f, id.NoseLength + 0.12f, v) * Canvas.Smooth(top + 0.02f, top - 0.01f, v);
        var jaw = id.HasFullBeard
            ? Canvas.Smooth(0.30f, 0.55f, v + 0.45f * Math.Abs(u) - 0.10f) * Canvas.Smooth(bottom - 0.02f, bottom + 0.05f, v + (Math.Abs(t) > 1 ? 1 : 0))
            : 0;
        var beard = inside * lips * Math.Max(moustache, jaw) * id.Beard * grain;
        if (beard <= 0)
            return;
        canvas.Albedo[at] += (id.HairTone - canvas.Albedo[at]) * Math.Clamp(beard, 0, 0.92f);
        canvas.Height[at] += 0.012f * beard;
    }

    private static float Square(float x) => x * x;
}
