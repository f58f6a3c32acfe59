namespace EmotionNotebooks.Training;

/// <summary>What a learning-rate finder saw: the loss of one batch after another while the rate grew (Smith, "Cyclical learning rates for training
/// neural networks", WACV 2017). Immutable.</summary>
public sealed record LearningRateSweep
{
    /// <summary>A sweep over the given lists, which must not be changed afterwards (they are not copied).</summary>
    /// <param name="LearningRates">The rates, above 0 and growing, at least 2.</param>
    /// <param name="Losses">The loss at each rate, as many; NaN or infinite where training diverged.</param>
    /// <param name="Suggested">The rate to train with, from the first to the last one.</param>
    /// <exception cref="ArgumentException">The lists disagree, or a rate is no such rate.</exception>
    public LearningRateSweep(IReadOnlyList<double> LearningRates, IReadOnlyList<double> Losses, double Suggested)
    {
        ArgumentNullException.ThrowIfNull(LearningRates);
        ArgumentNullException.ThrowIfNull(Losses);
        if (LearningRates.Count < 2 || LearningRates.Count != Losses.Count)
            throw new ArgumentException($"{LearningRates.Count} learning rates with {Losses.Count} losses; expected as many of both, at least 2");
        for (var i = 0; i < LearningRates.Count; i++)
        {
            if (!double.IsFinite(LearningRates[i]) || LearningRates[i] <= (i == 0 ? 0 : LearningRates[i - 1]))
                throw new ArgumentException($"learning rate {i} is {LearningRates[i]}; expected one above {(i == 0 ? 0 : LearningRates[i - 1])}", nameof(LearningRates));
        }

        if (!(Suggested >= LearningRates[0] && Suggested <= LearningRates[^1]))
            throw new ArgumentException($"the suggested rate is {Suggested}; expected one from {LearningRates[0]} to {LearningRates[^1]}", nameof(Suggested));
        (this.LearningRates, this.Losses, this.Suggested) = (LearningRates, Losses, Suggested);
    }

    /// <summary>The rates, growing.</summary>
    public IReadOnlyList<double> LearningRates { get; }

    /// <summary>The loss at each rate; NaN or infinite where training diverged.</summary>
    public IReadOnlyList<double> Losses { get; }

    /// <summary>The rate to train with.</summary>
    public double Suggested { get; }
}
