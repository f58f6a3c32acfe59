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
        Description = "constant, step, exponential, decay, plateau, cosine or onecycle",
        HelpName = "name",
    };

    private readonly Option<int?> _warmUp = new("--warm-up") { Description = "Epochs over which the learning rate first rises", HelpName = "n" };
    private readonly Option<double?> _clip = new("--clip") { Description = "Largest norm of the gradient; 0 for no bound", HelpName = "x" };
    private readonly Option<double?> _averaging = new("--averaging")
    {
        Description = "Decay of the moving average of the weights that validates and is kept, such as 0.999; 0 for none",
        HelpName = "x",
    };

    private readonly Option<int?> _patience = new("--patience")
    {
        Description = "Stop after so many epochs without a better validation; 0 for never",
        HelpName = "n",
    };

    private readonly Option<string?> _classWeights = new("--class-weights") { Description = "none, balanced or root", HelpName = "name" };
    private readonly Option<double?> _voteShare = new("--vote-share")
    {
        Description = "Share of the target that FER+'s votes make up, 0 to 1; needs --votes",
        HelpName = "x",
    };

    private readonly Option<double?> _voteHead = new("--vote-head")
    {
        Description = "Weight of a second head that learns FER+'s votes; 0 for none; needs --votes",
        HelpName = "x",
    };

    private readonly Option<double?> _smoothing = new("--label-smoothing") { Description = "Label smoothing, 0 to below 1", HelpName = "x" };
    private readonly Option<string?> _augment = new("--augment")
    {
        Description = "Changes of the recipe's augmentation, such as rotation=10,shift=0.1,mixup=0.2; none turns all of it off. Names: "
            + string.Join(", ", AugmentationText.Names),
        HelpName = "name=value,...",
    };

    private readonly Option<string?> _initialWeights = new("--initial-weights")
    {
        Description = "Begin with the weights in this file, of the same network; other classes get new outputs",
        HelpName = "file",
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "Seed of weights, order, augmentation and dropout; 1 where it is not given",
        HelpName = "n",
    };

    private readonly Compute _compute = new();

    public void AddTo(Command command)
    {
        foreach (var option in OfRecipe.Append(_epochs))
        {
            command.Options.Add(option);
        }

        _compute.AddTo(command);
    }

    // What a training can't change half-way.
    private Option[] OfRecipe =>
    [
        _model, _recipe, _batch, _optimizer, _learningRate, _weightDecay, _schedule, _warmUp, _clip, _averaging, _patience, _classWeights,
        _smoothing, _voteShare, _voteHead, _augment, _initialWeights, _seed,
    ];

    /// <summary>The options of a training that goes on: those it began with, but for the epochs and for where it computes.</summary>
    /// <exception cref="ArgumentException">An option is given that a training can't change half-way.</exception>
    public TrainingOptions Resume(ParseResult parsed, TrainingOptions begun)
    {
        if (OfRecipe.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } other)
        {
            throw new ArgumentException($"{other.Name} can't be changed by --resume; only --epochs, --device, --threads and the faces can be named anew");
        }

        var options = begun with { Epochs = parsed.GetValue(_epochs) ?? begun.Epochs };
        return _compute.Change(parsed, options);
    }

    /// <summary>The network that is asked for.</summary>
    public string ModelOf(ParseResult parsed) => ModelCatalog.Find(parsed.GetValue(_model)!).Name;

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
            WarmUpEpochs = parsed.GetValue(_warmUp) ?? given.WarmUpEpochs,
            GradientClip = parsed.GetValue(_clip) ?? given.GradientClip,
            Averaging = parsed.GetValue(_averaging) ?? given.Averaging,
            Patience = parsed.GetValue(_patience) ?? given.Patience,
            ClassWeights = Words.ToEnum("--class-weights", parsed.GetValue(_classWeights), given.ClassWeights),
            VoteShare = parsed.GetValue(_voteShare) ?? given.VoteShare,
            VoteHead = parsed.GetValue(_voteHead) ?? given.VoteHead,
            LabelSmoothing = parsed.GetValue(_smoothing) ?? given.LabelSmoothing,
            Augmentation = AugmentationText.Parse(parsed.GetValue(_augment) ?? "", given.Augmentation),
            InitialWeights = parsed.GetValue(_initialWeights) is { } weights ? Path.GetFullPath(weights) : "",
        };
        // What was changed is no longer the recipe that its source published.
        options = options with { IsChanged = options != given, Seed = parsed.GetValue(_seed) ?? given.Seed };
        return recipe with { Options = _compute.Apply(parsed, options) };
    }
}
