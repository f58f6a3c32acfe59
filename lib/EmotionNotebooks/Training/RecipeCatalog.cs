using EmotionNotebooks.Data;
using EmotionNotebooks.Models;

namespace EmotionNotebooks.Training;

/// <summary>The recipes of each network: as published, and the same under our split protocol.</summary>
public static class RecipeCatalog
{
    /// <summary>The recipe that is used where none is named.</summary>
    public const string Default = "common";

    /// <summary>All recipes of a network.</summary>
    /// <param name="model">Name of a network of <see cref="ModelCatalog"/>.</param>
    /// <exception cref="ArgumentException">There is no such network.</exception>
    public static IReadOnlyList<Recipe> For(string model) => ModelCatalog.Find(model).Name switch
    {
        "four-conv-dense" =>
        [
            Common(FourConvDense, "the published recipe under our split protocol, mirrored left to right only") with
            {
                // A face upside down is no face that anybody photographs; the published recipe trains on them all the same.
                Options = FourConvDense with { Recipe = "common", Augmentation = new() { HorizontalFlip = 0.5 } },
            },
            new("published", "as published: Adam 1e-3, batch 32, 10 epochs, flips both ways, pooled 80/10/10",
                FourConvDense with { Recipe = "published" }, SplitRule.Pooled(validation: 0.1, test: 0.1)),
        ],
        _ => [Common(SmallVgg, "SGD with Nesterov momentum, cosine, mirrored left to right")],
    };

    /// <summary>A recipe of a network by its name.</summary>
    /// <param name="model">Name of the network.</param>
    /// <param name="name">Name of the recipe.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static Recipe Find(string model, string name)
    {
        var recipes = For(model);
        return recipes.FirstOrDefault(recipe => recipe.Name == name)
            ?? throw new ArgumentException(
                $"there is no recipe '{name}' for {model}; there are: {string.Join(", ", recipes.Select(r => r.Name))}");
    }

    private static TrainingOptions FourConvDense { get; } = new()
    {
        Model = "four-conv-dense",
        Epochs = 10,
        BatchSize = 32,
        Optimizer = OptimizerKind.Adam,
        LearningRate = 1e-3,
        Momentum = 0.9,
        Epsilon = 1e-7,
        Augmentation = new() { HorizontalFlip = 0.5, VerticalFlip = 0.5 },
    };

    private static TrainingOptions SmallVgg { get; } = new()
    {
        Model = "small-vgg",
        Epochs = 30,
        BatchSize = 64,
        Optimizer = OptimizerKind.Sgd,
        LearningRate = 0.05,
        Momentum = 0.9,
        WeightDecay = 5e-4,
        Schedule = ScheduleKind.Cosine,
        WarmUpEpochs = 1,
        LabelSmoothing = 0.1,
        Augmentation = new() { HorizontalFlip = 0.5 },
    };

    private static Recipe Common(TrainingOptions options, string summary) =>
        new("common", summary, options with { Recipe = "common" }, SplitRule.Protocol);
}
