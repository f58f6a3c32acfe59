using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmotionNotebooks.Metrics;

/// <summary>Writes an <see cref="Evaluation"/> as the JSON that <see cref="Evaluation.ToJson"/> describes.</summary>
internal static class EvaluationJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Paths and names stay readable; the text is no part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Evaluation it) => JsonSerializer.Serialize(
        new
        {
            schema = "emotion-evaluation/1",
            network = it.Network,
            part = it.Part,
            faces = it.Source,
            sha256 = it.Sha256,
            n = it.Count,
            confidence = Evaluation.Confidence,
            bootstrap = new { seed = it.Seed, resamples = it.Resamples },
            accuracy = Share(it.Accuracy),
            top2 = Share(it.Top2),
            balancedAccuracy = Figure(it.BalancedAccuracy),
            macroF1 = Figure(it.MacroF1),
            weightedF1 = Figure(it.WeightedF1),
            cohensKappa = Figure(it.CohensKappa),
            logLoss = Figure(it.LogLoss),
            brier = Figure(it.Brier),
            ece = Figure(it.CalibrationError),
            classes = it.Classes.Select(c => new
            {
                name = c.Name,
                faces = c.Faces,
                predicted = c.Predicted,
                precision = Share(c.Precision),
                recall = Share(c.Recall),
                f1 = Figure(c.F1),
            }),
            confusion = Rows(it.Confusion, (label, predicted) => it.Confusion[label, predicted]),
            confusionShares = Rows(it.Confusion, it.Confusion.Share),
            reliability = it.Calibration.Bins.Select(bin => new
            {
                low = bin.Low,
                high = bin.High,
                faces = bin.Count,
                confidence = bin.Confidence,
                accuracy = Share(bin.Accuracy),
            }),
            deduplicated = it.Deduplicated is not { } unseen ? null : new
            {
                accuracy = Share(unseen.Accuracy),
                seen = unseen.Seen,
                seenRight = unseen.SeenCorrect,
                otherLabel = unseen.OtherLabel,
            },
            ferPlus = it.FerPlus.Count == 0 ? null : it.FerPlus.Select(score => new
            {
                protocol = JsonNamingPolicy.CamelCase.ConvertName(score.Protocol.ToString()),
                accuracy = Share(score.Accuracy),
                excluded = score.Excluded,
                unanswerable = score.Unanswerable,
            }),
        },
        Options) + "\n";

    private static object? Share(WilsonInterval? it) => it is null
        ? null
        : new { value = it.Estimate, low = it.Lower, high = it.Upper, right = it.Successes, n = it.Total };

    private static object Figure(BootstrapInterval it) => new { value = it.Estimate, low = it.Lower, high = it.Upper };

    private static T[][] Rows<T>(ConfusionMatrix matrix, Func<int, int, T> cell)
    {
        var classes = Enumerable.Range(0, matrix.ClassCount);
        return [.. classes.Select(label => classes.Select(predicted => cell(label, predicted)).ToArray())];
    }
}
