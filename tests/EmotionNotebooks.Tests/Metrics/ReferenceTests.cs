using System.Text.Json;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

/// <summary>Every figure against scikit-learn's, on cases with missing classes, ties, one face.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Cases => MetricFixtures.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_Agree_With_Scikit_Learn_On_Figures_Of_The_Counts(string name)
    {
        var it = MetricFixtures.Case(name);
        var matrix = MetricFixtures.PredictionsOf(it).ConfusionMatrix();
        var classes = Enumerable.Range(0, matrix.ClassCount).ToArray();

        Assert.All(it.GetProperty("confusion").EnumerateArray(), (row, label) =>
            Assert.Equal(row.EnumerateArray().Select(cell => cell.GetInt32()), classes.Select(c => matrix[label, c])));
        Assert.All(it.GetProperty("shares").EnumerateArray(), (row, label) =>
            MetricFixtures.Near(row.EnumerateArray().Select(MetricFixtures.Number), classes.Select(c => matrix.Share(label, c))));
        Assert.Equal(it.Numbers("support").Select(n => (int)n!), classes.Select(matrix.Faces));
        MetricFixtures.Near(it.GetProperty("accuracy").Number(), matrix.Accuracy());
        MetricFixtures.Near(it.GetProperty("balancedAccuracy").Number(), matrix.BalancedAccuracy());
        MetricFixtures.Near(it.Numbers("precision"), classes.Select(matrix.Precision));
        MetricFixtures.Near(it.Numbers("recall"), classes.Select(matrix.Recall));
        MetricFixtures.Near(it.Numbers("f1"), classes.Select(matrix.F1));
        MetricFixtures.Near(it.GetProperty("macroF1").Number(), matrix.MacroF1());
        MetricFixtures.Near(it.GetProperty("weightedF1").Number(), matrix.WeightedF1());
        MetricFixtures.Near(it.GetProperty("kappa").Number(), matrix.CohensKappa());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_Agree_With_Statsmodels_On_Wilson_Intervals(string name)
    {
        var it = MetricFixtures.Case(name);
        var predictions = MetricFixtures.PredictionsOf(it);
        var matrix = predictions.ConfusionMatrix();

        Near(it.GetProperty("accuracyInterval"), predictions.AccuracyInterval());
        Assert.All(it.GetProperty("precisionInterval").EnumerateArray(), (ends, c) => Near(ends, matrix.PrecisionInterval(c)));
        Assert.All(it.GetProperty("recallInterval").EnumerateArray(), (ends, c) => Near(ends, matrix.RecallInterval(c)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_Agree_With_Scikit_Learn_On_Figures_Of_The_Probabilities(string name)
    {
        var it = MetricFixtures.Case(name);
        var predictions = MetricFixtures.PredictionsOf(it);
        var calibration = predictions.Calibration();
        var filled = calibration.Bins.Where(bin => bin.Count > 0).ToArray();

        MetricFixtures.Near(it.Numbers("top"), Enumerable.Range(1, predictions.ClassCount).Select(k => (double?)predictions.TopInterval(k).Estimate));
        MetricFixtures.Near(it.GetProperty("logLoss").Number(), predictions.LogLoss());
        MetricFixtures.Near(it.GetProperty("brier").Number(), predictions.Brier());
        MetricFixtures.Near(it.GetProperty("ece").Number(), calibration.ExpectedError);
        Assert.Equal(it.Numbers("binCounts").Select(n => (int)n!), calibration.Bins.Select(bin => bin.Count));
        MetricFixtures.Near(it.Numbers("binConfidence"), filled.Select(bin => bin.Confidence));
        MetricFixtures.Near(it.Numbers("binAccuracy"), filled.Select(bin => (double?)bin.Accuracy!.Estimate));
    }

    private static void Near(JsonElement ends, WilsonInterval? interval)
    {
        double?[] expected = ends.ValueKind == JsonValueKind.Null ? [null, null] : [.. ends.EnumerateArray().Select(MetricFixtures.Number)];
        MetricFixtures.Near(expected, [interval?.Lower, interval?.Upper]);
    }
}
