using System.Globalization;
using System.Text;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Live;

/// <summary>
/// Loss and accuracy over the epochs as one drawing, without a script: it can be replaced many times while a training runs. Its text has the
/// page's colour; its two lines are told apart on light and dark pages, by people who see no red and green, and by their dashes.
/// </summary>
internal static class CurveSvg
{
    public const string Training = "#3a8fc7";
    public const string Validation = "#d9731a";

    private const int Width = 340;
    private const int Height = 190;
    private const int Left = 44;
    private const int Right = 8;
    private const int Top = 24;
    private const int Bottom = 24;

    /// <summary>The drawing.</summary>
    /// <param name="epochs">What is done.</param>
    /// <param name="planned">How many epochs there will be; null where that is not known.</param>
    public static string Draw(IReadOnlyList<EpochRecord> epochs, int? planned)
    {
        var last = Math.Max(planned ?? 0, epochs.Count == 0 ? 1 : epochs[^1].Epoch);
        var losses = epochs.SelectMany(it => new[] { it.TrainLoss, it.ValidationLoss }).Where(double.IsFinite).ToArray();
        var loss = new Panel("Loss", Bounds(losses), value => value.ToString("G2", CultureInfo.InvariantCulture));
        var accuracy = new Panel("Accuracy", Bounds([.. epochs.SelectMany(it => new[] { it.TrainAccuracy, it.ValidationAccuracy })]), value => PlotText.Percent(value, 0));
        var svg = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"<svg role=\"img\" aria-label=\"{Markup.Text(Words(epochs))}\" viewBox=\"0 0 {2 * Width} {Height}\" style=\"width: 100%; max-width: {2 * Width}px; height: auto; font: 11px system-ui, sans-serif\" fill=\"currentColor\">"));
        svg.Append(loss.Draw(0, epochs, last, it => it.TrainLoss, it => it.ValidationLoss));
        svg.Append(accuracy.Draw(Width, epochs, last, it => it.TrainAccuracy, it => it.ValidationAccuracy));
        return svg.Append("</svg>").ToString();
    }

    private static string Words(IReadOnlyList<EpochRecord> epochs) => epochs.Count == 0
        ? "no epoch yet"
        : $"after epoch {epochs[^1].Epoch}: loss {PlotText.Loss(epochs[^1].TrainLoss)}, accuracy {PlotText.Percent(epochs[^1].TrainAccuracy)}, "
            + $"validation loss {PlotText.Loss(epochs[^1].ValidationLoss)}, validation accuracy {PlotText.Percent(epochs[^1].ValidationAccuracy)}";

    private static (double Low, double High) Bounds(double[] values)
    {
        if (values.Length == 0)
            return (0, 1);
        var (least, most) = (values.Min(), values.Max());
        var room = Math.Max((most - least) * 0.08, 0.01);
        return (Math.Max(0, least - room), most + room);
    }

    private sealed record Panel(string Title, (double Low, double High) Range, Func<double, string> Tick)
    {
        public string Draw(int left, IReadOnlyList<EpochRecord> epochs, int last, Func<EpochRecord, double> training, Func<EpochRecord, double> validation)
        {
            var svg = new StringBuilder();
            foreach (var value in Enumerable.Range(0, 4).Select(i => Range.Low + ((Range.High - Range.Low) * i / 3)))
            {
                svg.Append(Invariant($"<path d=\"M{left + Left} {Y(value):0.0}H{left + Width - Right}\" stroke=\"rgba(128, 128, 128, .35)\"/>"));
                svg.Append(Text(left + Left - 5, Y(value) + 4, Tick(value), "end"));
            }

            svg.Append(Text(left + Left, Height - 6, "epoch 1", "start")).Append(Text(left + Width - Right, Height - 6, Invariant($"{last}"), "end"));
            svg.Append(Text(left + Left, 14, Title, "start", "font-weight=\"600\""));
            svg.Append(Text(left + Width - Right, 14, "- - validation", "end", $"style=\"fill: {Validation}\"")).Append(Text(left + Width - 96, 14, "— training", "end", $"style=\"fill: {Training}\""));
            svg.Append(Line(left, epochs, last, training, Training, "")).Append(Line(left, epochs, last, validation, Validation, " stroke-dasharray=\"5 3\""));
            return svg.ToString();
        }

        // A value that is not finite leaves a gap.
        private string Line(int left, IReadOnlyList<EpochRecord> epochs, int last, Func<EpochRecord, double> value, string colour, string dash)
        {
            var path = new StringBuilder();
            var marks = new StringBuilder();
            var isDown = false;
            foreach (var epoch in epochs)
            {
                var v = value(epoch);
                if (!double.IsFinite(v))
                {
                    isDown = false;
                    continue;
                }

                path.Append(Invariant($"{(isDown ? 'L' : 'M')}{X(left, epoch.Epoch, last):0.0} {Y(v):0.0}"));
                isDown = true;
                if (epochs.Count <= 20)
                    marks.Append(Invariant($"<circle cx=\"{X(left, epoch.Epoch, last):0.0}\" cy=\"{Y(v):0.0}\" r=\"2.5\" style=\"fill: {colour}\"/>"));
            }

            return path.Length == 0 ? "" : $"<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dash}/>{marks}";
        }

        private static double X(int left, int epoch, int last) =>
            left + Left + (last == 1 ? 0.5 : (epoch - 1.0) / (last - 1)) * (Width - Left - Right);

        private double Y(double value) => Height - Bottom - ((value - Range.Low) / (Range.High - Range.Low) * (Height - Top - Bottom));

        private static string Text(double x, double y, string text, string anchor, string attributes = "") =>
            Invariant($"<text x=\"{x:0.0}\" y=\"{y:0.0}\" text-anchor=\"{anchor}\" {attributes}>{Markup.Text(text)}</text>");

        private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
    }
}
