using EmotionNotebooks.Data;

namespace EmotionNotebooks.Metrics;

/// <summary>The accuracy against FER+'s labels instead of the data set's own.</summary>
/// <param name="Protocol">Which faces have a FER+ label, and which.</param>
/// <param name="Accuracy">With its Wilson interval and n; null where no face has a label.</param>
/// <param name="Excluded">How many faces have no label by this protocol.</param>
/// <param name="Unanswerable">How many faces have a label that the network has no class for, such as contempt for FER-2013's seven classes.
/// They are part of n, and always wrong.</param>
public sealed record FerPlusAccuracy(FerPlusProtocol Protocol, WilsonInterval? Accuracy, int Excluded, int Unanswerable)
{
    /// <summary>Whether every class of a network is one of FER+'s emotions.</summary>
    /// <param name="classNames">The network's classes.</param>
    public static bool CanScore(IReadOnlyList<string> classNames) => classNames.All(name => FerPlusClasses.LabelOf(name) is not null);

    /// <summary>Judges predictions by votes.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <param name="classNames">What the predicted classes are called; each must be one of FER+'s emotions or a synonym.</param>
    /// <param name="votes">The votes on the same faces, in the same order.</param>
    /// <param name="protocol">Which faces count, and as what.</param>
    /// <param name="confidence">Coverage of the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">FER+ lacks a class, or the numbers of classes or faces disagree.</exception>
    public static FerPlusAccuracy Of(
        Predictions predictions,
        IReadOnlyList<string> classNames,
        FaceVotes votes,
        FerPlusProtocol protocol,
        double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentNullException.ThrowIfNull(votes);
        if (classNames.Count != predictions.ClassCount)
            throw new ArgumentException($"{classNames.Count} class names; expected {predictions.ClassCount}", nameof(classNames));
        if (votes.Count != predictions.Count)
            throw new ArgumentException($"votes for {votes.Count} faces; expected {predictions.Count}", nameof(votes));
        int[] meaning =
        [
            .. classNames.Select(name => FerPlusClasses.LabelOf(name) ?? throw new ArgumentException(
                $"class '{name}' is none of FER+'s; expected {string.Join(", ", FerPlusClasses.Names)} or their synonyms", nameof(classNames))),
        ];
        var targets = FerPlusTargets.Of(votes, protocol);
        var (right, unanswerable) = (0, 0);
        for (var i = 0; i < targets.Count; i++)
        {
            right += meaning[predictions.Predicted(targets.Rows[i])] == targets.Labels[i] ? 1 : 0;
            unanswerable += meaning.Contains(targets.Labels[i]) ? 0 : 1;
        }

        var accuracy = targets.Count == 0 ? null : WilsonInterval.Of(right, targets.Count, confidence);
        return new(protocol, accuracy, targets.Excluded, unanswerable);
    }
}
