using EmotionNotebooks.Data;
using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Metrics;

/// <summary>The accuracy over the judged faces whose picture does not occur among the training faces, byte for byte: what is remembered does not
/// count.</summary>
/// <param name="Accuracy">With its Wilson interval and n; null where every picture occurs in training.</param>
/// <param name="Seen">How many judged faces show a picture that occurs in training.</param>
/// <param name="SeenCorrect">How many of those are right.</param>
/// <param name="OtherLabel">How many of those have a label that no training face with that picture has.</param>
public sealed record DeduplicatedAccuracy(WilsonInterval? Accuracy, int Seen, int SeenCorrect, int OtherLabel)
{
    /// <summary>Leaves out what training has seen.</summary>
    /// <param name="predictions">Predictions for the judged faces, in their order.</param>
    /// <param name="judged">The judged faces.</param>
    /// <param name="training">The faces that trained.</param>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">Predictions for another number of faces.</exception>
    public static DeduplicatedAccuracy Of(Predictions predictions, FaceSet judged, FaceSet training, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(training);
        if (predictions.Count != judged.Count)
            throw new ArgumentException($"predictions for {predictions.Count} faces; expected {judged.Count}, those of {judged.Source}");
        var groups = DuplicateGroups.Find(training, judged).GroupOf;
        var judgedGroups = groups[training.Count..];
        // What training calls each picture that is judged. By name, since two sources may number their classes differently.
        var names = new Dictionary<int, HashSet<string>>();
        var asked = new HashSet<int>(judgedGroups.ToArray());
        for (var i = 0; i < training.Count; i++)
        {
            if (asked.Contains(groups[i]))
                (names.TryGetValue(groups[i], out var known) ? known : names[groups[i]] = []).Add(training.ClassNames[training.Labels[i]]);
        }

        var (right, seen, seenRight, other) = (0, 0, 0, 0);
        for (var i = 0; i < judged.Count; i++)
        {
            var isRight = predictions.IsCorrect(i) ? 1 : 0;
            if (names.TryGetValue(judgedGroups[i], out var inTraining))
            {
                seen++;
                seenRight += isRight;
                other += inTraining.Contains(judged.ClassNames[judged.Labels[i]]) ? 0 : 1;
            }
            else
            {
                right += isRight;
            }
        }

        return new(seen == judged.Count ? null : WilsonInterval.Of(right, judged.Count - seen, confidence), seen, seenRight, other);
    }
}
