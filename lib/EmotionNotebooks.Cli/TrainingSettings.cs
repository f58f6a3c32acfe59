using System.CommandLine;
using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli;

/// <summary>The options that choose a network and a recipe, and change single values of the recipe.</summary>
internal sealed class TrainingSettings
{
    private readonly Option<string> _model = new("--model", "-m")
    {
        Description = "Network: " + string.Join(", ", ModelCatalog.All.Select(model => model.Name)),
        HelpName = "name",
        DefaultValueFactory = _ => ModelCatalog.Default,
    };

    private readonly Option<string> _recipe = new("--recipe", "-r")
    {
        Description = "Recipe: common (our split protocol) or published (the source's own split)",
        HelpName = "name",
        DefaultValueFactory = _ => RecipeCatalog.Default,
    };

    private readonly Option<int?> _epochs = new("--epochs") { Description = "Passes over the training faces", HelpName = "n" };
    private readonly Option<int?> _batch = new("--batch-size") { Description = "Faces per step", HelpName = "n" };
    private readonly Option<string?> _optimizer = new("--optimizer") { Description = "sgd, adam or adamw", HelpName = "name" };
    private readonly Option<double?> _learningRate = new("--learning-rate", "--lr") { Description = "Highest learning rate", HelpName = "x" };
    private readonly Option<double?> _weightDecay = new("--weight-decay") { Description = "Weight decay", HelpName = "x" };
    private readonly Option<string?> _schedule = new("--schedule")
    {
        Description = "constant, step, exponential, cosine or onecycle",
        HelpName = "name",
    };

    private readonly Option<double?> _smoothing = new("--label-smoothing") { Description = "Label smoothing, 0 to below 1", HelpName = "x" };
    private readonly Option<string?> _augment = new("--augment")
    {
        Description = "Changes of the recipe's augmentation, such as rotation=10,shift=0.1,mixup=0.2; none turns all of it off. Names: "
            + string.Join(", ", AugmentationText.Names),
        HelpName = "name=value,...",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Seed of weights, order, augmentation and dropout",
        HelpName = "n",
        DefaultValueFactory = _ => 1,
    };

    private readonly Compute _compute = new();

    public void AddTo(Command command)
    {
        Option[] options = [_model, _recipe, _epochs, _batch, _optimizer, _learningRate, _weightDecay, _schedule, _smoothing, _augment, _seed];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        _compute.AddTo(command);
    }

    public Recipe Read(ParseResult parsed)
    {
        var recipe = RecipeCatalog.Find(parsed.GetValue(_model)!, parsed.GetValue(_recipe)!);
        var given = recipe.Options;
        var options = given with
        {
            Epochs = parsed.GetValue(_epochs) ?? given.Epochs,
            BatchSize = parsed.GetValue(_batch) ?? given.BatchSize,
            Optimizer = Words.ToEnum("--optimizer", parsed.GetValue(_optimizer), given.Optimizer),
            LearningRate = parsed.GetValue(_learningRate) ?? given.LearningRate,
            WeightDecay = parsed.GetValue(_weightDecay) ?? given.WeightDecay,
            Schedule = Words.ToEnum("--schedule", parsed.GetValue(_schedule), given.Schedule),
            LabelSmoothing = parsed.GetValue(_smoothing) ?? given.LabelSmoothing,
            Augmentation = AugmentationText.Parse(parsed.GetValue(_augment) ?? "", given.Augmentation),
        };
        // What was changed is no longer the recipe that its source published.
        options = options == given ? options : options with { Recipe = $"{given.Recipe} (changed)" };
        return recipe with { Options = _compute.Apply(parsed, options with { Seed = parsed.GetValue(_seed) }) };
    }
}
