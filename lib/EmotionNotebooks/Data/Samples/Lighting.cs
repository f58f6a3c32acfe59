namespace EmotionNotebooks.Data.Samples;

/// <summary>One main light with its softness, over light from everywhere.</summary>
internal sealed class Lighting
{
    private readonly float _u;
    private readonly float _v;
    private readonly float _towards;
    private readonly float _ambient;
    private readonly float _gloss;
    private readonly float _shadow;

    public Lighting(SeededRandom random)
    {
        _u = 0.85f * (float)(random.NextDouble() + random.NextDouble() - 1);
        _v = -0.75f + 0.85f * (float)random.NextDouble();
        var length = MathF.Sqrt(_u * _u + _v * _v + 0.64f);
        (_u, _v, _towards) = (_u / length, _v / length, 0.8f / length);
        _ambient = 0.16f + 0.30f * (float)random.NextDouble();
        _gloss = 0.02f + 0.12f * (float)(random.NextDouble() * random.NextDouble());
        _shadow = 0.35f + 0.45f * (float)random.NextDouble();
    }

    /// <summary>Fills the canvas's light from its height and albedo.</summary>
    public void Shine(Canvas canvas)
    {
        const int size = Canvas.Size;
        var (height, albedo, light) = (canvas.Height, canvas.Albedo, canvas.Light);
        // Half way to the camera: where a surface must face to reflect the lamp.
        var halfLength = MathF.Sqrt(_u * _u + _v * _v + (_towards + 1) * (_towards + 1));
        var (halfU, halfV, halfTowards) = (_u / halfLength, _v / halfLength, (_towards + 1) / halfLength);
        // A point is in shadow when what stands a little nearer to the lamp stands out above the ray.
        const float reach = 4.5f;
        var (stepU, stepV) = ((int)MathF.Round(_u * reach), (int)MathF.Round(_v * reach));
        var climb = reach / Canvas.Scale * _towards;
        for (var y = 0; y < size; y++)
        {
            var above = Math.Max(y - 1, 0) * size;
            var below = Math.Min(y + 1, size - 1) * size;
            var lampRow = Math.Clamp(y + stepV, 0, size - 1) * size;
            for (var x = 0; x < size; x++)
            {
                var at = y * size + x;
                if (canvas.Cover[at] <= 0)
                    continue;
                var (left, right) = (Math.Max(x - 1, 0), Math.Min(x + 1, size - 1));
                var slopeU = (height[y * size + left] - height[y * size + right]) * (Canvas.Scale / 2);
                var slopeV = (height[above + x] - height[below + x]) * (Canvas.Scale / 2);
                var norm = 1 / MathF.Sqrt(slopeU * slopeU + slopeV * slopeV + 1);
                var facing = (slopeU * _u + slopeV * _v + _towards) * norm;
                // Skin lets light in: it fades out behind the edge of shadow instead of stopping there.
                var diffuse = Math.Max(0, (facing + 0.22f) / 1.22f);
                var blocked = height[lampRow + Math.Clamp(x + stepU, 0, size - 1)] - height[at] - climb;
                diffuse *= 1 - _shadow * Canvas.Smooth(0, 0.20f, blocked);
                var reflected = Math.Max(0, (slopeU * halfU + slopeV * halfV + halfTowards) * norm);
                reflected *= reflected;
                reflected *= reflected;
                reflected *= reflected;
                reflected *= reflected;
                // Hollows see less of the sky.
                var open = 0.80f + 0.20f * norm;
                light[at] = albedo[at] * (_ambient * open + (1.25f - _ambient) * diffuse) + _gloss * reflected * diffuse;
            }
        }
    }
}
