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

    /// <summary>Epochs over which the learning rate first rises linearly; 0 for none. Not with <see cref="ScheduleKind.OneCycle"/>, which has its own.</summary>
    public int WarmUpEpochs { get; init => field = AtLeast(0, value); }

    /// <summary>Share of probability that the target gives to the other classes, from 0 to below 1.</summary>
    public double LabelSmoothing { get; init => field = Share(value); }

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

    private static int AtLeast(int least, int value, [CallerMemberName] string name = "") =>
        value >= least ? value : throw Bad(name, value, $"at least {least}");

    private static double Above(double bound, double value, [CallerMemberName] string name = "") =>
        value > bound && double.IsFinite(value) ? value : throw Bad(name, value, $"above {bound}");

    private static double NotNegative(double value, [CallerMemberName] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Bad(name, value, "at least 0");

    private static double Share(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw Bad(name, value, "from 0 to below 1");

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
