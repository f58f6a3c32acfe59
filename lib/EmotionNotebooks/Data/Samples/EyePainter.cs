namespace EmotionNotebooks.Data.Samples;

/// <summary>Eyes: white, iris, pupil, highlight, lids and lashes. Units 5, 6, 7 and 43 open and close them.</summary>
internal sealed class EyePainter
{
    private readonly Canvas _canvas;
    private readonly Identity _id;
    private readonly float _upper;
    private readonly float _lower;
    private readonly float _gazeU;
    private readonly float _gazeV;
    private readonly float _lowerPush;

    private EyePainter(Canvas canvas, Identity id, ActionUnits units, SeededRandom random)
    {
        (_canvas, _id) = (canvas, id);
        var narrow = 0.30f * units.LidTightener + 0.16f * units.CheekRaiser + 0.10f * units.NoseWrinkler + 0.55f * units.EyesClosing;
        _upper = Math.Max(0.004f, id.EyeOpening * (1.05f + 0.78f * units.UpperLidRaiser - narrow));
        _lowerPush = 0.45f * units.LidTightener + 0.62f * units.CheekRaiser + 0.30f * units.NoseWrinkler;
        _lower = Math.Max(0.004f, id.EyeOpening * 0.72f * (1 + 0.12f * units.UpperLidRaiser - _lowerPush));
        _gazeU = 0.030f * (float)random.NextGaussian();
        _gazeV = 0.008f * (float)random.NextGaussian() + 0.018f * units.EyesClosing;
    }

    public static void Paint(Canvas canvas, Identity id, ActionUnits units, SeededRandom random)
    {
        var painter = new EyePainter(canvas, id, units, random);
        painter.Paint(-1, 1 + 0.05f * (float)random.NextGaussian());
        painter.Paint(+1, 1 + 0.05f * (float)random.NextGaussian());
    }

    // In the eye's own coordinates x runs from the nose outwards, −1 to 1, and y down in head units.
    private void Paint(int side, float openness)
    {
        var (middleU, middleV) = (side * _id.EyeDistance, _id.EyeHeight);
        var (upper, lower) = (_upper * openness, _lower * openness);
        var reach = _id.EyeWidth * 1.25f;
        var (x0, x1) = Canvas.Range(middleU - reach, middleU + reach);
        var (y0, y1) = Canvas.Range(middleV - 0.20f, middleV + 0.16f);
        for (var row = y0; row < y1; row++)
        {
            for (var column = x0; column < x1; column++)
            {
                var (du, dv) = (Canvas.At(column) - middleU, Canvas.At(row) - middleV);
                var x = side * du / _id.EyeWidth;
                var y = dv - _id.EyeSlant * side * du;
                if (Math.Abs(x) < 1.22f)
                    PaintPoint(row * Canvas.Size + column, x, y, du, dv, upper, lower);
            }
        }

        // The lower lid bulges when it is pushed up.
        _canvas.Bump(middleU, middleV + lower + 0.035f, _id.EyeWidth * 1.1f, 0.05f, 0.012f + 0.03f * _lowerPush);
        _canvas.Crease((middleU - _id.EyeWidth, middleV + 0.03f), (middleU, middleV + lower + 0.13f), (middleU + _id.EyeWidth, middleV + 0.04f),
            0.035f, 0.010f + 0.022f * _lowerPush, 0.06f + 0.12f * _id.Age + 0.12f * _lowerPush);
    }

    private void PaintPoint(int at, float x, float y, float du, float dv, float upper, float lower)
    {
        var arch = Math.Max(0, 1 - x * x);
        var skew = 1 - 0.18f * x;
        var top = -upper * MathF.Sqrt(arch) * (0.55f + 0.45f * arch) * skew;
        var bottom = lower * arch * (1 + 0.15f * x);
        ref var albedo = ref _canvas.Albedo[at];

        // The crease above the lid, then lashes along its edge: thicker outwards.
        var width = Math.Abs(x) < 1.15f ? 1 : 0;
        var fold = top - 0.030f - 0.020f * arch;
        albedo *= 1 - width * 0.30f * _id.Lid * Near(y - fold, 0.020f) * Math.Max(0, 1.15f - Math.Abs(x));
        var open = Canvas.Smooth(top - 0.012f, top + 0.012f, y) * Canvas.Smooth(bottom + 0.012f, bottom - 0.012f, y)
            * Canvas.Smooth(1.02f, 0.92f, Math.Abs(x));
        if (open > 0)
        {
            albedo += (Eyeball(du, dv, y - top) - albedo) * open;
            _canvas.Height[at] += 0.012f * open;
        }

        var lash = Near(y - top + 0.004f, 0.021f) * Canvas.Smooth(1.14f, 0.9f, Math.Abs(x)) * (0.72f + 0.22f * x);
        albedo *= 1 - Math.Clamp(lash, 0, 0.92f);
        albedo *= 1 - 0.26f * Near(y - bottom - 0.004f, 0.016f) * Canvas.Smooth(1.05f, 0.7f, Math.Abs(x));
    }

    private float Eyeball(float du, float dv, float belowLid)
    {
        // The iris keeps its size whatever the lids do: that is what makes wide eyes white.
        const float radius = 0.076f;
        var (u, v) = (du - _gazeU, dv + 0.006f - _gazeV);
        var distance = MathF.Sqrt(u * u + v * v);
        var white = (0.20f + 0.60f * _id.Skin) * (1.15f - 2.2f * Math.Abs(du));
        var iris = _id.Iris + 0.05f * Canvas.Smooth(-radius, radius, v);
        var shade = white + (iris - white) * Canvas.Smooth(radius + 0.010f, radius - 0.010f, distance);
        shade += (0.01f - shade) * Canvas.Smooth(0.040f, 0.026f, distance);
        var (hu, hv) = (u + 0.020f, v + 0.024f);
        shade += (0.35f + 0.65f * _id.Skin - shade) * Canvas.Smooth(0.024f, 0.010f, MathF.Sqrt(hu * hu + hv * hv));
        // The upper lid casts a shadow on the ball.
        return shade * (0.55f + 0.45f * Canvas.Smooth(0, 0.045f, belowLid));
    }

    private static float Near(float distance, float width)
    {
        var rest = 1 - distance * distance / (width * width);
        return rest > 0 ? rest * rest : 0;
    }
}
