using System.Runtime.CompilerServices;

namespace EmotionNotebooks.Training;

/// <summary>What one epoch of training measured; every value is checked at construction.</summary>
/// <param name="Epoch">Number of the epoch, from 1.</param>
/// <param name="TrainLoss">Mean training loss per example, at least 0; NaN or infinity says that training diverged.</param>
/// <param name="TrainAccuracy">Share of training examples that were right, from 0 to 1, measured while training.</param>
/// <param name="ValidationLoss">Mean validation loss per example, at least 0; NaN or infinity says that training diverged.</param>
/// <param name="ValidationAccuracy">Share of validation examples that were right, from 0 to 1, in evaluation mode.</param>
/// <param name="ValidationCount">Number of validation examples, at least 1.</param>
/// <param name="LearningRate">Learning rate at the end of the epoch, finite, at least 0.</param>
/// <param name="Seconds">Wall time of the epoch in seconds, finite, at least 0.</param>
/// <param name="ImagesPerSecond">Training images per second, finite, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
public sealed record EpochRecord(
    int Epoch,
    double TrainLoss,
    double TrainAccuracy,
    double ValidationLoss,
    double ValidationAccuracy,
    int ValidationCount,
    double LearningRate,
    double Seconds,
    double ImagesPerSecond)
{
    /// <summary>Number of the epoch, from 1.</summary>
    public int Epoch { get; init => field = AtLeastOne(value); } = AtLeastOne(Epoch);

    /// <summary>Mean training loss per example, at least 0; NaN or infinity says that training diverged.</summary>
    public double TrainLoss { get; init => field = Loss(value); } = Loss(TrainLoss);

    /// <summary>Share of training examples that were right, from 0 to 1, measured while training.</summary>
    public double TrainAccuracy { get; init => field = Share(value); } = Share(TrainAccuracy);

    /// <summary>Mean validation loss per example, at least 0; NaN or infinity says that training diverged.</summary>
    public double ValidationLoss { get; init => field = Loss(value); } = Loss(ValidationLoss);

    /// <summary>Share of validation examples that were right, from 0 to 1, in evaluation mode.</summary>
    public double ValidationAccuracy { get; init => field = Share(value); } = Share(ValidationAccuracy);

    /// <summary>Number of validation examples, at least 1.</summary>
    public int ValidationCount { get; init => field = AtLeastOne(value); } = AtLeastOne(ValidationCount);

    /// <summary>Learning rate at the end of the epoch, finite, at least 0.</summary>
    public double LearningRate { get; init => field = Amount(value); } = Amount(LearningRate);

    /// <summary>Wall time of the epoch in seconds, finite, at least 0.</summary>
    public double Seconds { get; init => field = Amount(value); } = Amount(Seconds);

    /// <summary>Training images per second, finite, at least 0.</summary>
    public double ImagesPerSecond { get; init => field = Amount(value); } = Amount(ImagesPerSecond);

    private static int AtLeastOne(int value, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }

    private static double Loss(double value, [CallerMemberName] string name = "")
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must not be negative.");
        return value;
    }

    private static double Share(double value, [CallerMemberName] string name = "")
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to 1.");
        return value;
    }

    private static double Amount(double value, [CallerMemberName] string name = "")
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and not negative.");
        return value;
    }
}
