namespace EmotionNotebooks.Data.Samples;

/// <summary>Where the head is turned, how it is cropped, what stands behind it, and what the camera does to the picture.</summary>
internal sealed class Camera
{
    private const int Side = FaceSet.Side;

    private readonly float _yawSine;
    private readonly float _yawCosine;
    private readonly float _pitchSine;
    private readonly float _rollSine;
    private readonly float _rollCosine;
    private readonly float _scale;
    private readonly float _middleU;
    private readonly float _middleV;
    private readonly float _gain;
    private readonly float _lift;
    private readonly float _contrast;
    private readonly float _blur;
    private readonly float _noise;
    private readonly float _background;
    private readonly float _gradientU;
    private readonly float _gradientV;
    private readonly float _clutter;
    private readonly ulong _place;
    private readonly SeededRandom _grain;

    public Camera(SeededRandom random, float skin)
    {
        var yaw = 0.17f * Gaussian(random, 2);
        var pitch = 0.09f * Gaussian(random, 2);
        var roll = 0.09f * Gaussian(random, 2);
        (_yawSine, _yawCosine) = (Sine(yaw), MathF.Sqrt(1 - Sine(yaw) * Sine(yaw)));
        _pitchSine = Sine(pitch);
        (_rollSine, _rollCosine) = (Sine(roll), MathF.Sqrt(1 - Sine(roll) * Sine(roll)));
        _scale = 26.6f + 1.3f * Gaussian(random, 2);
        _middleU = 0.035f * Gaussian(random, 2);
        _middleV = 0.12f + 0.04f * Gaussian(random, 2);
        // Exposed for the face, more or less.
        _gain = (0.72f + 0.75f * (float)random.NextDouble()) * MathF.Sqrt(0.40f / skin);
        _lift = 0.07f * (float)random.NextDouble();
        _contrast = 1.05f + 0.55f * (float)random.NextDouble();
        _blur = 0.75f * (float)random.NextDouble();
        _noise = 0.7f + 4.5f * (float)(random.NextDouble() * random.NextDouble());
        _background = 0.02f + 0.75f * (float)(random.NextDouble() * random.NextDouble());
        _gradientU = 0.12f * Gaussian(random, 2);
        _gradientV = 0.12f * Gaussian(random, 2);
        _clutter = 0.18f * (float)random.NextDouble();
        _place = random.NextBits();
        _grain = new SeededRandom(random.NextBits());
    }

    /// <summary>Takes the picture: 48×48 grey bytes.</summary>
    public void Shoot(Canvas canvas, Span<byte> pixels)
    {
        Span<float> picture = stackalloc float[Side * Side];
        Span<float> blurred = stackalloc float[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                // Four rays per pixel.
                var sum = 0f;
                for (var sub = 0; sub < 4; sub++)
                    sum += Ray(canvas, x + 0.25f + 0.5f * (sub & 1), y + 0.25f + 0.5f * (sub >> 1));
                picture[y * Side + x] = sum / 4;
            }
        }

        Blur(picture, blurred);
        Develop(picture, pixels);
    }

    private float Ray(Canvas canvas, float x, float y)
    {
        var (px, py) = ((x - Side / 2f) / _scale - _middleU, (y - Side / 2f) / _scale);
        var (ru, rv) = (px * _rollCosine + py * _rollSine, py * _rollCosine - px * _rollSine + _middleV);
        // The head is turned: a point at depth d has moved by d·sin. Depth is known where the point was, so it is found in two steps.
        var (u, v) = (ru, rv);
        for (var step = 0; step < 2; step++)
        {
            var depth = Depth(canvas, u, v) - 0.5f;
            (u, v) = ((ru - _yawSine * depth) / _yawCosine, rv - _pitchSine * depth);
        }

        var (cover, light) = Sample(canvas, u, v);
        return cover >= 1 ? light : light * cover + Background(px, py) * (1 - cover);
    }

    private static float Depth(Canvas canvas, float u, float v)
    {
        var x = Math.Clamp((int)((u + Canvas.Extent) * Canvas.Scale), 0, Canvas.Size - 1);
        var y = Math.Clamp((int)((v + Canvas.Extent) * Canvas.Scale), 0, Canvas.Size - 1);
        return Math.Clamp(canvas.Height[y * Canvas.Size + x], 0, 0.9f);
    }

    private static (float Cover, float Light) Sample(Canvas canvas, float u, float v)
    {
        const int size = Canvas.Size;
        var x = Math.Clamp((u + Canvas.Extent) * Canvas.Scale - 0.5f, 0, size - 1.001f);
        var y = Math.Clamp((v + Canvas.Extent) * Canvas.Scale - 0.5f, 0, size - 1.001f);
        var (left, top) = ((int)x, (int)y);
        var (fx, fy) = (x - left, y - top);
        var at = top * size + left;
        var (a, b, c, d) = ((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy);
        var (cover, light) = (canvas.Cover, canvas.Light);
        var covered = a * cover[at] + b * cover[at + 1] + c * cover[at + size] + d * cover[at + size + 1];
        if (covered <= 0)
            return (0, 0);
        // Light counts where the head is: the background must not shine through its edge.
        var seen = a * cover[at] * light[at] + b * cover[at + 1] * light[at + 1] + c * cover[at + size] * light[at + size]
            + d * cover[at + size + 1] * light[at + size + 1];
        return (covered, seen / covered);
    }

    private float Background(float u, float v) =>
        Math.Clamp(_background + _gradientU * u + _gradientV * v + _clutter * Texture.Noise(u * 1.7f + 9, v * 1.7f, _place)
            + 0.5f * _clutter * Texture.Noise(u * 5, v * 5 + 9, _place + 1), 0.01f, 1);

    // Three taps each way; the outer weigh up to 0.28, about a standard deviation of 0.75 pixels.
    private void Blur(Span<float> picture, Span<float> scratch)
    {
        var side = 0.28f * _blur;
        var middle = 1 - 2 * side;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var row = y * Side;
                scratch[row + x] = middle * picture[row + x] + side * (picture[row + Math.Max(x - 1, 0)] + picture[row + Math.Min(x + 1, Side - 1)]);
            }
        }

        for (var y = 0; y < Side; y++)
        {
            var (above, below) = (Math.Max(y - 1, 0) * Side, Math.Min(y + 1, Side - 1) * Side);
            for (var x = 0; x < Side; x++)
                picture[y * Side + x] = middle * scratch[y * Side + x] + side * (scratch[above + x] + scratch[below + x]);
        }
    }

    private void Develop(ReadOnlySpan<float> picture, Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            // Film's curve: square root is close to the usual gamma, and exact everywhere.
            var light = Math.Clamp(_gain * picture[i], 0, 1);
            var tone = _lift + (1 - _lift) * MathF.Sqrt(light) * (0.72f + 0.28f * MathF.Sqrt(light));
            // Steeper in the middle of the scale, where faces are.
            tone = Math.Clamp(0.5f + _contrast * (tone - 0.47f), 0, 1);
            // Four bytes of one draw, summed: close enough to a normal distribution for grain.
            var bits = _grain.NextBits();
            var sum = (int)(bits & 0xFF) + (int)((bits >> 8) & 0xFF) + (int)((bits >> 16) & 0xFF) + (int)((bits >> 24) & 0xFF);
            var grain = (sum - 510) * (1 / 147.8f);
            pixels[i] = (byte)Math.Clamp(255 * tone + _noise * grain + 0.5f, 0, 255);
        }
    }

    private static float Gaussian(SeededRandom random, float most) => Math.Clamp((float)random.NextGaussian(), -most, most);

    // For angles below 0.5: the series is exact to a float, and the same everywhere, which MathF.Sin need not be.
    private static float Sine(float angle)
    {
        var square = angle * angle;
        return angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)));
    }
}
