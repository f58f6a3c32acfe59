using System.CommandLine;
using EmotionNotebooks.Data;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli.Commands;

/// <summary><c>emotion models</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "A network, to see its layers", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("models", "List the networks, or the layers of one.") { name };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is { } one)
            {
                ShowLayers(ModelCatalog.Find(one));
            }
            else
            {
                ShowAll();
            }

            return 0;
        });
        return command;
    }

    private static void ShowAll()
    {
        foreach (var model in ModelCatalog.All)
        {
            using var network = model.Create(Emotions.Count);
            var summary = ModelSummary.Of(network);
            Report.Line(model.Name);
            Report.Rows(
                ("  what", model.Summary),
                ("  parameters", $"{summary.Parameters:N0}"),
                ("  multiply-adds", $"{summary.MultiplyAdds / 1e6:0.0} M"),
                ("  source", model.Source),
                ("  published", model.PublishedFigures ?? "–"),
                ("  recipes", string.Join("; ", RecipeCatalog.For(model.Name).Select(recipe => $"{recipe.Name}: {recipe.Summary}"))));
        }
    }

    private static void ShowLayers(ModelDefinition model)
    {
        using var network = model.Create(Emotions.Count);
        var summary = ModelSummary.Of(network);
        var rows = new List<string[]> { new[] { "layer", "kind", "output", "parameters", "multiply-adds" } };
        rows.AddRange(summary.Layers.Select(layer =>
            new[] { layer.Name, layer.Kind, layer.OutputShape, $"{layer.Parameters:N0}", $"{layer.MultiplyAdds:N0}" }));
        rows.Add(["total", "", "", $"{summary.Parameters:N0}", $"{summary.MultiplyAdds:N0}"]);
        Report.Table(rows);
    }
}
