using System.Globalization;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Plots;

/// <summary>The tables of a comparison of networks, as text in cells; the first column names the rows.</summary>
internal static class ComparisonTables
{
    public static IReadOnlyList<string> NetworkColumns { get; } =
        ["Network", "Accuracy", "95% interval", "n", "Log loss", "Parameters", "Multiply-adds", "Weights"];

    public static IReadOnlyList<string> PairColumns { get; } =
        ["Pair", "Difference", "95% interval", "Only first right", "Only second right", "P", "P (Holm)"];

    /// <summary>The rows of the networks.</summary>
    public static IEnumerable<string[]> Networks(IEnumerable<ModelScore> models) => models.Select(Network);

    /// <summary>The rows of the pairs.</summary>
    /// <param name="comparison">The tests.</param>
    /// <param name="names">What the networks are called, in the order of the comparison.</param>
    public static IEnumerable<string[]> Pairs(NetworkComparison comparison, IReadOnlyList<string> names) =>
        comparison.Pairs.Select(pair => Pair(pair, names));

    /// <summary>What is said below the table.</summary>
    public static string AboutPairs(NetworkComparison comparison) =>
        $"Differences in points of accuracy on the same faces. P: McNemar’s test; P (Holm): corrected for all pairs.{Overall(comparison)}";

    private static string[] Network(ModelScore model) =>
    [
        model.Name,
        EvaluationText.Share(model.Accuracy),
        EvaluationText.Interval(model.Accuracy),
        PlotText.Count(model.Accuracy.Total),
        model.LogLoss is { } loss ? PlotText.Loss(loss) : EvaluationText.Nothing,
        model.Parameters is { } parameters ? PlotText.Count(parameters) : EvaluationText.Nothing,
        model.MultiplyAdds is { } multiplyAdds ? PlotText.Millions(multiplyAdds) : EvaluationText.Nothing,
        model.Weights,
    ];

    private static string[] Pair(PairComparison pair, IReadOnlyList<string> names)
    {
        var (low, high) = pair.Test.DifferenceInterval();
        return
        [
            $"{names[pair.First]} – {names[pair.Second]}",
            Points(pair.Test.Difference),
            $"{Points(low)} to {Points(high)}",
            PlotText.Count(pair.Test.OnlyFirst),
            PlotText.Count(pair.Test.OnlySecond),
            Probability(pair.Test.PValue) + (pair.Test.IsExact ? " exact" : ""),
            Probability(pair.CorrectedPValue),
        ];
    }

    private static string Overall(NetworkComparison comparison)
    {
        if (comparison.Pairs.Count == 1)
            return "";
        return string.Create(CultureInfo.InvariantCulture, $" Do any differ? Cochran’s Q {comparison.Overall.Statistic:0.00}, P {Probability(comparison.Overall.PValue)}.");
    }

    private static string Points(double difference) => (100 * difference).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    private static string Probability(double p) => p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
