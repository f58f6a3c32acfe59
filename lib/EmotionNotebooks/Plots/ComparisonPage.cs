using EmotionNotebooks.Data;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Plots;

/// <summary>A comparison of networks as one self-contained page, in light and dark: the plot, the networks, McNemar's test of each pair. plotly.js is
/// inside; the page fetches nothing.</summary>
public static class ComparisonPage
{
    /// <summary>The page.</summary>
    /// <param name="models">The networks, in the order of the comparison.</param>
    /// <param name="comparison">The tests between them.</param>
    /// <param name="judged">The faces that they judged.</param>
    /// <exception cref="ArgumentException">Fewer than two networks, or tests of others.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public static string ToHtml(IReadOnlyList<ModelScore> models, NetworkComparison comparison, FaceSet judged)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(judged);
        if (models.Count < 2 || comparison.Pairs.Count != models.Count * (models.Count - 1) / 2)
            throw new ArgumentException($"{models.Count} networks with tests of {comparison.Pairs.Count} pairs; expected at least 2, with a test for each pair");
        var part = string.Join(" + ", judged.Splits.ToArray().Distinct().Order());
        // Two trainings of one network are told apart by their numbers.
        ModelScore[] numbered = [.. models.Select((model, i) => model with { Name = $"{i + 1}. {model.Name}" })];
        var plot = new ModelComparisonPlot(numbered, part, judged.Source);
        var page = new PlotPage(plot.Title, plot.Subtitle, plot.Summary);
        page.Add("comparison", plot);
        page.AddHeading("networks", "Networks");
        page.AddTable(
            "networks",
            ComparisonTables.NetworkColumns,
            ComparisonTables.Networks(numbered),
            words: 7);
        page.AddHeading("pairs", "Which of them differ");
        page.AddTable(
            "pairs",
            ComparisonTables.PairColumns,
            ComparisonTables.Pairs(comparison, [.. numbered.Select(model => model.Name)]));
        page.Add(
            $"<p class=\"note\">{PlotPage.Html(ComparisonTables.AboutPairs(comparison))} "
            + "The tests take each network as it is: that another training of the same kind comes out otherwise is not in them.</p>");
        page.AddHeading("about", "What was judged");
        page.AddFacts([new("Split", part), new("Faces", judged.Source), new("SHA-256 of the judged faces", judged.Sha256)]);
        return page.Write();
    }

    /// <summary>Writes the page of <see cref="ToHtml"/>, beside the target and renamed.</summary>
    /// <param name="models">The networks, in the order of the comparison.</param>
    /// <param name="comparison">The tests between them.</param>
    /// <param name="judged">The faces that they judged.</param>
    /// <param name="path">Path of the page; its folder is made when missing, an older file is replaced.</param>
    /// <exception cref="ArgumentException">Fewer than two networks, or tests of others.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public static void SaveHtml(IReadOnlyList<ModelScore> models, NetworkComparison comparison, FaceSet judged, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteText(path, ToHtml(models, comparison, judged));
    }
}
