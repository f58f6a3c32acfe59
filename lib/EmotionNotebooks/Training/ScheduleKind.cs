namespace EmotionNotebooks.Training;

/// <summary>How the learning rate runs over a training.</summary>
public enum ScheduleKind
{
    /// <summary>The same throughout.</summary>
    Constant,

    /// <summary>A tenth after each third of the training.</summary>
    Step,

    /// <summary>Falls by the same factor each step, to a hundredth at the end.</summary>
    Exponential,

    /// <summary>Divided by 1 + <see cref="TrainingOptions.Decay"/> × steps, as Keras' optimizers did.</summary>
    Decay,

    /// <summary>Lowered where validation stops getting better (<see cref="TrainingOptions.PlateauPatience"/>).</summary>
    Plateau,

    /// <summary>Half a cosine down to zero (Loshchilov &amp; Hutter, arXiv 1608.03983).</summary>
    Cosine,

    /// <summary>Up for three tenths, then down to nearly zero (Smith &amp; Topin, arXiv 1708.07120).</summary>
    OneCycle,
}
