using EmotionNotebooks.Augmentation;
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
        "nine-conv" =>
        [
            Common(Keras("nine-conv", epochs: 15), "Adam 1e-3, batch 32, 15 epochs, under our split protocol"),
            // Its optimizer and batch are not published: Keras' defaults. 5% of the 85% that are not test.
            new("published", "as published: 15 epochs, pooled, 15% test and 5% of the rest to select by",
                Keras("nine-conv", epochs: 15) with { Recipe = "published" }, SplitRule.Pooled(validation: 0.05 * 0.85, test: 0.15)),
        ],
        "three-block" =>
        [
            Common(ThreeBlock, "Adam 1e-3, batch 32, 30 epochs, shear, zoom and flip, under our split protocol"),
            // Its epochs, batch and rate are not published: Keras' defaults. Its 7,066 validation pictures select and are its only figure.
            new("published", "as published: Adam, shear, zoom and flip; 28,821 train and 7,066 of 35,887 select, nothing is held out",
                ThreeBlock with { Recipe = "published" }, SplitRule.Pooled(validation: 7066.0 / 35887, test: 0)),
        ],
        "vgg-dropout" =>
        [
            Common(VggDropout, "SGD with Nesterov momentum, the rate lowered on plateaus, augmentation as in arXiv 2105.03588"),
            new("published", "as published: at most 200 epochs, stopped after 5 without a better validation; the paper's optimizer and split",
                VggDropout with { Recipe = "published", Patience = 5 }, SplitRule.Protocol),
        ],
        "five-block" =>
        [
            Common(FiveBlock, "Adam 1e-4, decay 1e-6, batch 64, 100 epochs, under our split protocol"),
            // Its split is not published: 80/10/10.
            new("published", "as published: Adam 1e-4, decay 1e-6, batch 64, 100 epochs; pooled 80/10/10",
                FiveBlock with { Recipe = "published" }, SplitRule.Pooled(validation: 0.1, test: 0.1)),
        ],
        "fer-resnet" =>
        [
            Common(FerResNet, "AdamW, cosine, label smoothing, warps, erasing, averaged weights"),
            new("votes", "the common recipe, and a second head that learns FER+'s votes (--votes fer2013new.csv)",
                FerResNet with { Recipe = "votes", VoteHead = 0.5 }, SplitRule.Protocol),
        ],
        _ => [Common(SmallVgg, "AdamW, cosine, mirrored left to right")],
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

    private static TrainingOptions Keras(string model, int epochs) =>
        FourConvDense with { Model = model, Epochs = epochs, Augmentation = AugmentationOptions.None };

    private static TrainingOptions ThreeBlock { get; } =
        Keras("three-block", epochs: 30) with { Augmentation = new() { HorizontalFlip = 0.5, Shear = 10, Zoom = 0.2 } };

    private static TrainingOptions FiveBlock { get; } = Keras("five-block", epochs: 100) with
    {
        BatchSize = 64,
        LearningRate = 1e-4,
        Schedule = ScheduleKind.Decay,
        Decay = 1e-6,
    };

    private static TrainingOptions VggDropout { get; } = new()
    {
        Model = "vgg-dropout",
        Epochs = 200,
        BatchSize = 64,
        Optimizer = OptimizerKind.Sgd,
        LearningRate = 0.01,
        Momentum = 0.9,
        WeightDecay = 1e-4,
        Schedule = ScheduleKind.Plateau,
        // The network takes the centre of 40×40, so a crop by up to 4 pixels each way is the paper's random crop.
        Augmentation = new() { HorizontalFlip = 0.5, Rotation = 10, Shift = 0.2, Zoom = 0.2, WarpChance = 0.5, Crop = 4, Erasing = 0.5 },
    };

    private static TrainingOptions SmallVgg { get; } = new()
    {
        Model = "small-vgg",
        Epochs = 30,
        BatchSize = 64,
        Optimizer = OptimizerKind.AdamW,
        LearningRate = 1e-3,
        WeightDecay = 0.05,
        Schedule = ScheduleKind.Cosine,
        WarmUpEpochs = 1,
        LabelSmoothing = 0.1,
        Augmentation = new() { HorizontalFlip = 0.5 },
    };

    private static TrainingOptions FerResNet { get; } = SmallVgg with
    {
        Model = "fer-resnet",
        Epochs = 32,
        GradientClip = 5,
        Averaging = 0.999,
        Augmentation = new() { HorizontalFlip = 0.5, Rotation = 10, Shift = 0.08, Zoom = 0.1, Erasing = 0.2 },
    };

    private static Recipe Common(TrainingOptions options, string summary) =>
        new("common", summary, options with { Recipe = "common" }, SplitRule.Protocol);
}
