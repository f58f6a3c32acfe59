using System.Runtime.CompilerServices;
using EmotionNotebooks.Augmentation;

namespace EmotionNotebooks.Training;

/// <summary>Everything a training depends on besides its data. Immutable; every value is checked when it is set.</summary>
/// <remarks>The defaults are those of Keras' Adam on [0, 1] pixels, which the published systems start from.</remarks>
public sealed record TrainingOptions
{
    /// <summary>Name of the network in <see cref="Models.ModelCatalog"/>.</summary>
    public string Model { get; init; } = Models.ModelCatalog.Default;

    /// <summary>Name of the recipe these options came from, for the record of the run.</summary>
    public string Recipe { get; init; } = "custom";

    /// <summary>Whether any of the recipe's values was changed: then it is no longer what its source published.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Passes over the training faces, at least 1.</summary>
    public int Epochs { get; init => field = AtLeast(1, value); } = 10;

    /// <summary>Faces per step, at least 2 (batch norm needs two).</summary>
    public int BatchSize { get; init => field = AtLeast(2, value); } = 32;

    /// <summary>How gradients become steps.</summary>
    public OptimizerKind Optimizer { get; init => field = Known(value); } = OptimizerKind.Adam;

    /// <summary>Learning rate at its highest, above 0.</summary>
    public double LearningRate { get; init => field = Above(0, value); } = 1e-3;

    /// <summary>Momentum of SGD and first decay of Adam, from 0 to below 1.</summary>
    public double Momentum { get; init => field = Share(value); } = 0.9;

    /// <summary>Added to Adam's denominator, above 0. Keras has 1e-7, PyTorch 1e-8.</summary>
    public double Epsilon { get; init => field = Above(0, value); } = 1e-7;

    /// <summary>Weight decay, at least 0.</summary>
    public double WeightDecay { get; init => field = NotNegative(value); }

    /// <summary>How the learning rate runs.</summary>
    public ScheduleKind Schedule { get; init => field = Known(value); } = ScheduleKind.Constant;

    /// <summary>How fast <see cref="ScheduleKind.Decay"/> falls: the rate is divided by 1 + decay × steps, as Keras' optimizers did. At least 0.</summary>
    public double Decay { get; init => field = NotNegative(value); }

    /// <summary>Epochs without a better validation after which <see cref="ScheduleKind.Plateau"/> lowers the rate, at least 1.</summary>
    public int PlateauPatience { get; init => field = AtLeast(1, value); } = 5;

    /// <summary>What <see cref="ScheduleKind.Plateau"/> multiplies the rate by, from 0 to below 1. 0.75 is that of arXiv 2105.03588.</summary>
    public double PlateauFactor { get; init => field = Share(value); } = 0.75;

    /// <summary>Epochs over which the learning rate first rises linearly; 0 for none. Not with <see cref="ScheduleKind.OneCycle"/>, which has its own.</summary>
    public int WarmUpEpochs { get; init => field = AtLeast(0, value); }

    /// <summary>Share of probability that the target gives to the other classes, from 0 to below 1.</summary>
    public double LabelSmoothing { get; init => field = Share(value); }

    /// <summary>How much the loss of each class counts.</summary>
    public ClassWeighting ClassWeights { get; init => field = Known(value); }

    /// <summary>Share of the target that FER+'s votes make up, from 0 (labels alone) to 1 (votes alone); a face without votes keeps its label.</summary>
    public double VoteShare { get; init => field = Within(0, 1, value); }

    /// <summary>Weight of a second head's loss, which learns FER+'s eight emotions from the votes; 0 for none. The kept weights are without it.</summary>
    public double VoteHead { get; init => field = NotNegative(value); }

    /// <summary>Largest norm of the gradient, all parameters together; 0 for no bound.</summary>
    public double GradientClip { get; init => field = NotNegative(value); }

    /// <summary>Decay of the exponential average of the weights, which is what validates and is kept; 0 for none, else below 1, such as 0.999.</summary>
    public double Averaging { get; init => field = Share(value); }

    /// <summary>Epochs without a better validation after which the training ends; 0 for never.</summary>
    public int Patience { get; init => field = AtLeast(0, value); }

    /// <summary>How the training faces are varied; by default half of them are mirrored left to right.</summary>
    public AugmentationOptions Augmentation { get; init; } = new() { HorizontalFlip = 0.5 };

    /// <summary>The seed of all that is random: weights, order, augmentation, dropout.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where to compute: auto (a GPU where there is one), cpu, cuda, or cuda:N.</summary>
    public string Device { get; init => field = DeviceName(value); } = "auto";

    /// <summary>What to compute in.</summary>
    public Precision Precision { get; init => field = Known(value); } = Precision.Auto;

    /// <summary>Same seed, same weights, bit for bit: fp32, a fixed number of threads, deterministic kernels.</summary>
    public bool Deterministic { get; init; }

    /// <summary>Processor threads to compute with; 0 for one per core.</summary>
    public int Threads { get; init => field = AtLeast(0, value); }

    /// <summary>A file of weights that the training begins with; empty for new ones, drawn by the seed.</summary>
    public string InitialWeights { get; init; } = "";

    /// <summary>How many outputs the network has: a logit for each class, and eight more for the second head.</summary>
    /// <param name="classes">Number of classes of the data.</param>
    public int OutputsFor(int classes) => classes + (VoteHead > 0 ? Data.FerPlusClasses.Count : 0);

    private static int AtLeast(int least, int value, [CallerMemberName] string name = "") =>
        value >= least ? value : throw Bad(name, value, $"at least {least}");

    private static double Above(double bound, double value, [CallerMemberName] string name = "") =>
        value > bound && double.IsFinite(value) ? value : throw Bad(name, value, $"above {bound}");

    private static double NotNegative(double value, [CallerMemberName] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Bad(name, value, "at least 0");

    private static double Share(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw Bad(name, value, "from 0 to below 1");

    private static double Within(double low, double high, double value, [CallerMemberName] string name = "") =>
        value >= low && value <= high ? value : throw Bad(name, value, $"from {low} to {high}");

    private static T Known<T>(T value, [CallerMemberName] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Bad(name, value, "one of " + string.Join(", ", Enum.GetNames<T>()));

    private static string DeviceName(string value, [CallerMemberName] string name = "") =>
        value is "auto" or "cpu" or "cuda" || (value.StartsWith("cuda:", StringComparison.Ordinal) && byte.TryParse(value.AsSpan(5), out _))
            ? value
            : throw Bad(name, value, "auto, cpu, cuda, or cuda:N");

    private static ArgumentException Bad(string name, object value, string expected) =>
        new($"{name} is {value}; it must be {expected}");
}
