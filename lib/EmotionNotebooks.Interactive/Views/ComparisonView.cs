using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Which networks differ: a row for each pair. Networks have numbers here, in the order of the comparison.</summary>
internal static class ComparisonView
{
    public static void Register() => View.Register<NetworkComparison>(
        it => Markup.View(TableOf(it).Html() + Markup.Paragraph(ComparisonTables.AboutPairs(it), quiet: true)),
        it => $"{TableOf(it).Plain()}\n{ComparisonTables.AboutPairs(it)}");

    private static Table TableOf(NetworkComparison it) =>
        new(ComparisonTables.PairColumns, [.. ComparisonTables.Pairs(it, [.. Enumerable.Range(1, it.Pairs.Max(pair => pair.Second) + 1).Select(number => $"{number}")])]);
}
