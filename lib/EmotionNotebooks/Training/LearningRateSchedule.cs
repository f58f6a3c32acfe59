namespace EmotionNotebooks.Training;

/// <summary>
/// The learning rate of every step, as a function of the step and of the epochs that ended: nothing to save, nothing to restore, and a
/// resumed training goes on exactly where it was.
/// </summary>
/// <param name="options">Schedule, highest rate, warm-up, epochs.</param>
/// <param name="stepsPerEpoch">Optimizer steps in one epoch, at least 1.</param>
public sealed class LearningRateSchedule(TrainingOptions options, int stepsPerEpoch)
{
    // PyTorch's OneCycleLR.
    private const double RisingShare = 0.3;
    private const double StartsAt = 1.0 / 25;
    private const double EndsAt = StartsAt / 1e4;

    private readonly long _steps = (long)options.Epochs * stepsPerEpoch;
    private readonly long _warmUp = options.Schedule == ScheduleKind.OneCycle
        ? 0
        : (long)Math.Min(options.WarmUpEpochs, options.Epochs) * stepsPerEpoch;

    /// <summary>The rate of one step.</summary>
    /// <param name="step">The step, from 0, counted over all epochs.</param>
    /// <param name="history">The epochs that ended before it; the plateau schedule looks at them.</param>
    public double At(long step, TrainingHistory history)
    {
        if (step < _warmUp)
        {
            return options.LearningRate * (step + 1) / _warmUp;
        }

        return options.LearningRate * Factor(step - _warmUp, Math.Max(1, _steps - _warmUp), history);
    }

    private double Factor(double step, long steps, TrainingHistory history) => options.Schedule switch
    {
        ScheduleKind.Step => Math.Pow(0.1, Math.Floor(step / ((steps + 2) / 3))),
        ScheduleKind.Exponential => Math.Pow(0.01, step / steps),
        ScheduleKind.Decay => 1 / (1 + (options.Decay * step)),
        ScheduleKind.Plateau => Math.Pow(options.PlateauFactor, Plateaus(history)),
        ScheduleKind.Cosine => Between(1, 0, step / steps),
        ScheduleKind.OneCycle => OneCycle(step, steps),
        _ => 1,
    };

    private static double OneCycle(double step, long steps)
    {
        var top = (RisingShare * steps) - 1;
        return step <= top
            ? Between(StartsAt, 1, step / top)
            : Between(1, EndsAt, Math.Min(1, (step - top) / (steps - 1 - top)));
    }

    // Half a cosine from one value to another.
    private static double Between(double from, double to, double done) => to + ((from - to) * (1 + Math.Cos(Math.PI * done)) / 2);

    // As Keras' ReduceLROnPlateau counts: from the last improvement or reduction.
    private int Plateaus(TrainingHistory history)
    {
        EpochRecord? best = null;
        var (waited, plateaus) = (0, 0);
        foreach (var epoch in history.Epochs)
        {
            if (best is null || TrainingHistory.IsBetter(epoch, best))
            {
                (best, waited) = (epoch, 0);
            }
            else if (++waited >= options.PlateauPatience)
            {
                (waited, plateaus) = (0, plateaus + 1);
            }
        }

        return plateaus;
    }
}
