namespace EmotionNotebooks.Training;

/// <summary>Sums over the faces that an epoch has seen so far.</summary>
/// <param name="LossSum">Sum of the losses.</param>
/// <param name="Correct">How many were right.</param>
/// <param name="Seen">How many were seen.</param>
/// <param name="Seconds">How long that took.</param>
public readonly record struct RunningMeans(double LossSum, double Correct, int Seen, double Seconds)
{
    /// <summary>Mean loss; 0 before the first step.</summary>
    public double Loss() => LossSum / Math.Max(1, Seen);

    /// <summary>Share that was right, 0 to 1.</summary>
    public double Accuracy() => Correct / Math.Max(1, Seen);

    /// <summary>The same, where the loss is a number.</summary>
    /// <exception cref="DivergedException">It is not.</exception>
    internal RunningMeans Checked(int epoch) => double.IsFinite(LossSum)
        ? this
        : throw new DivergedException($"the loss became {LossSum} in epoch {epoch}; try a lower learning rate");
}
