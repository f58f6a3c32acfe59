using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Networks side by side, and which of them differ: a row for each pair, where networks have numbers in the order of the comparison.</summary>
internal static class ComparisonView
{
    public static void Register()
    {
        View.Register<NetworkComparison>(
            it => Markup.View(TableOf(it).Html() + Markup.Paragraph(ComparisonTables.AboutPairs(it), quiet: true)),
            it => $"{TableOf(it).Plain()}\n{ComparisonTables.AboutPairs(it)}");
        View.Register<IEnumerable<ModelScore>>(it => Markup.View(TableOf(it).Html()), it => TableOf(it).Plain());
    }

    private static Table TableOf(IEnumerable<ModelScore> it) => new(ComparisonTables.NetworkColumns, [.. ComparisonTables.Networks(it)], 7);

    private static Table TableOf(NetworkComparison it) =>
        new(ComparisonTables.PairColumns, [.. ComparisonTables.Pairs(it, [.. Enumerable.Range(1, it.Pairs.Max(pair => pair.Second) + 1).Select(number => $"{number}")])]);
}
