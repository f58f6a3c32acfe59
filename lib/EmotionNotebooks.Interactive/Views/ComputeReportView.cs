using EmotionNotebooks.Interactive.Html;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>What is computed on.</summary>
internal static class ComputeReportView
{
    public static void Register() => View.Register<ComputeReport>(
        it => Markup.View(Table.Of(it.Facts()).Html()),
        it => Table.Of(it.Facts()).Plain());
}
