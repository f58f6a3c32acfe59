using EmotionNotebooks.Data;

namespace EmotionNotebooks.Metrics;

/// <summary>Everything that is said about a network after it judged a set of faces; every figure has its interval. Immutable.</summary>
public sealed record Evaluation
{
    /// <summary>The level of confidence of all intervals.</summary>
    public const double Confidence = 0.95;

    private Evaluation()
    {
    }

    /// <summary>What predicted, in words; null where nobody said.</summary>
    public string? Network { get; init; }

    /// <summary>The split of the judged faces, such as PublicTest; several are joined by a plus sign.</summary>
    public required string Part { get; init; }

    /// <summary>Where the judged faces come from.</summary>
    public required string Source { get; init; }

    /// <summary><see cref="FaceSet.Sha256"/> of the judged faces.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many faces were judged (n).</summary>
    public required int Count { get; init; }

    /// <summary>The share of faces that are right.</summary>
    public required WilsonInterval Accuracy { get; init; }

    /// <summary>The share of faces whose label is among the two most probable classes.</summary>
    public required WilsonInterval Top2 { get; init; }

    /// <summary>The mean recall of the classes that have faces (<see cref="ConfusionMatrix.BalancedAccuracy"/>).</summary>
    public required BootstrapInterval BalancedAccuracy { get; init; }

    /// <summary>The mean F1 of the classes (<see cref="ConfusionMatrix.MacroF1"/>).</summary>
    public required BootstrapInterval MacroF1 { get; init; }

    /// <summary>The mean F1, weighted by faces (<see cref="ConfusionMatrix.WeightedF1"/>).</summary>
    public required BootstrapInterval WeightedF1 { get; init; }

    /// <summary>Agreement beyond chance (<see cref="ConfusionMatrix.CohensKappa"/>).</summary>
    public required BootstrapInterval CohensKappa { get; init; }

    /// <summary>Mean negative log probability of the labels, in nats (<see cref="Predictions.LogLoss"/>).</summary>
    public required BootstrapInterval LogLoss { get; init; }

    /// <summary>The Brier score, 0 to 2 (<see cref="Predictions.Brier"/>).</summary>
    public required BootstrapInterval Brier { get; init; }

    /// <summary>The expected calibration error (<see cref="Metrics.Calibration.ExpectedError"/>).</summary>
    public required BootstrapInterval CalibrationError { get; init; }

    /// <summary>The reliability bins behind <see cref="CalibrationError"/>.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>The figures of each class, in label order.</summary>
    public required IReadOnlyList<ClassFigures> Classes { get; init; }

    /// <summary>The counts behind them.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>The accuracy without pictures that occur in training; null where no training faces were given.</summary>
    public required DeduplicatedAccuracy? Deduplicated { get; init; }

    /// <summary>The accuracy against FER+'s labels by each protocol; empty where there are no votes or a class is none of FER+'s.</summary>
    public required IReadOnlyList<FerPlusAccuracy> FerPlus { get; init; }

    /// <summary>The seed of the bootstrap.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How often the bootstrap drew the faces anew.</summary>
    public required int Resamples { get; init; }

    /// <summary>Judges predictions.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <param name="judged">The faces they are for, in their order; their votes give the FER+ figures.</param>
    /// <param name="training">The faces that trained, to leave out pictures that occur among them; null where they are not at hand.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="resamples">How often the bootstrap draws the faces anew, at least 100.</param>
    /// <exception cref="ArgumentException">Predictions and faces do not fit each other.</exception>
    public static Evaluation Of(
        Predictions predictions,
        FaceSet judged,
        FaceSet? training = null,
        ulong seed = 1,
        int resamples = Bootstrap.DefaultResamples)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(judged);
        RequireFor(judged, predictions);
        var confusion = predictions.ConfusionMatrix();
        var drawn = Bootstrap.OfAll(predictions, Figures, new SeededRandom(seed), resamples, Confidence);
        return new()
        {
            Part = string.Join(" + ", judged.Splits.ToArray().Distinct().Order()),
            Source = judged.Source,
            Sha256 = judged.Sha256,
            Count = predictions.Count,
            Accuracy = predictions.AccuracyInterval(Confidence),
            Top2 = predictions.TopInterval(2, Confidence),
            BalancedAccuracy = drawn[0],
            MacroF1 = drawn[1],
            WeightedF1 = drawn[2],
            CohensKappa = drawn[3],
            LogLoss = drawn[4],
            Brier = drawn[5],
            CalibrationError = drawn[6],
            Calibration = predictions.Calibration(),
            Classes =
            [
                .. judged.ClassNames.Select((name, c) => new ClassFigures(
                    name,
                    confusion.Faces(c),
                    confusion.Predicted(c),
                    confusion.PrecisionInterval(c, Confidence),
                    confusion.RecallInterval(c, Confidence),
                    drawn[7 + c])),
            ],
            Confusion = confusion,
            Deduplicated = training is null ? null : DeduplicatedAccuracy.Of(predictions, judged, training, Confidence),
            FerPlus = judged.Votes is { } votes && FerPlusAccuracy.CanScore(judged.ClassNames)
                ? [.. Enum.GetValues<FerPlusProtocol>().Select(it => FerPlusAccuracy.Of(predictions, judged.ClassNames, votes, it, Confidence))]
                : [],
            Seed = seed,
            Resamples = resamples,
        };
    }

    /// <summary>All figures as JSON, indented, with a line end.</summary>
    /// <remarks>
    /// <c>schema</c>: "emotion-evaluation/1". <c>network</c>, <c>part</c>, <c>faces</c>, <c>sha256</c>: what was judged by what. <c>n</c>,
    /// <c>confidence</c>, <c>bootstrap</c> (<c>seed</c>, <c>resamples</c>). Shares are objects <c>value</c>, <c>low</c>, <c>high</c>, <c>right</c>,
    /// <c>n</c> with Wilson intervals: <c>accuracy</c>, <c>top2</c>. Other figures are objects <c>value</c>, <c>low</c>, <c>high</c> with bootstrap
    /// intervals: <c>balancedAccuracy</c>, <c>macroF1</c>, <c>weightedF1</c>, <c>cohensKappa</c>, <c>logLoss</c>, <c>brier</c>, <c>ece</c>.
    /// <c>classes</c>: <c>name</c>, <c>faces</c>, <c>predicted</c>, <c>precision</c> and <c>recall</c> (shares), <c>f1</c> (figure).
    /// <c>confusion</c>: counts, a row per label, a column per predicted class; <c>confusionShares</c>: the same, divided by the row's sum.
    /// <c>reliability</c>: <c>low</c>, <c>high</c>, <c>faces</c>, <c>confidence</c>, <c>accuracy</c> (share). <c>deduplicated</c>: <c>accuracy</c>
    /// (share), <c>seen</c>, <c>seenRight</c>, <c>otherLabel</c>. <c>ferPlus</c>: <c>protocol</c> (majority, argMax, anyEmotion), <c>accuracy</c>
    /// (share), <c>excluded</c>, <c>unanswerable</c>. Shares are fractions of 1. What is undefined or was not asked for is null.
    /// </remarks>
    public string ToJson() => EvaluationJson.Write(this);

    private static double?[] Figures(Predictions drawn)
    {
        var confusion = drawn.ConfusionMatrix();
        return
        [
            confusion.BalancedAccuracy(),
            confusion.MacroF1(),
            confusion.WeightedF1(),
            confusion.CohensKappa(),
            drawn.LogLoss(),
            drawn.Brier(),
            drawn.Calibration().ExpectedError,
            .. Enumerable.Range(0, confusion.ClassCount).Select(confusion.F1),
        ];
    }

    private static void RequireFor(FaceSet judged, Predictions predictions)
    {
        if (predictions.Count != judged.Count || predictions.ClassCount != judged.ClassNames.Count)
        {
            throw new ArgumentException($"predictions for {predictions.Count} faces of {predictions.ClassCount} classes; "
                + $"expected {judged.Count} of {judged.ClassNames.Count}, those of {judged.Source}");
        }

        for (var i = 0; i < judged.Count; i++)
        {
            if (predictions.Label(i) != judged.Labels[i])
                throw new ArgumentException($"example {i} has the label {predictions.Label(i)}; expected {judged.Labels[i]}, as in {judged.Source}");
        }
    }
}
