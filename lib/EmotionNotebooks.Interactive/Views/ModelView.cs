using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Models;
using EmotionNotebooks.Plots;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Networks: their layers, and where they come from; as <c>emotion models</c> prints it.</summary>
internal static class ModelView
{
    public static void Register()
    {
        View.Register<ModelSummary>(it => Markup.View(TableOf(it).Html()), it => TableOf(it).Plain());
        View.Register<ModelDefinition>(it => Markup.View($"<p><b>{Markup.Text(it.Name)}</b></p>{TableOf(it).Html()}"), it => $"{it.Name}\n{TableOf(it).Plain()}");
    }

    private static Table TableOf(ModelSummary it) => new(
        ["Layer", "Kind", "Output", "Parameters", "Multiply-adds"],
        [
            .. it.Layers.Select(layer => (string[])[layer.Name, layer.Kind, layer.OutputShape, PlotText.Count(layer.Parameters), PlotText.Count(layer.MultiplyAdds)]),
            ["total", "", "", PlotText.Count(it.Parameters), PlotText.Count(it.MultiplyAdds)],
        ],
        1);

    // No counts here: they need a network, and making one would move the random numbers that a notebook's next network starts from.
    private static Table TableOf(ModelDefinition it) => Table.Of(
    [
        ("what", it.Summary),
        ("source", it.Source),
        ("published", it.PublishedFigures ?? EvaluationText.Nothing),
        ("recipes", string.Join("; ", RecipeCatalog.For(it.Name).Select(recipe => $"{recipe.Name}: {recipe.Summary}"))),
    ]);
}
