namespace EmotionNotebooks.Training;

/// <summary>Is told how a training goes; all members do nothing unless overridden. Called on the training thread.</summary>
public abstract class TrainingCallback
{
    /// <summary>A few times a second while an epoch runs.</summary>
    /// <param name="progress">Where the training stands.</param>
    public virtual void OnProgress(TrainingProgress progress)
    {
    }

    /// <summary>After each epoch and its validation; the network holds that epoch's weights.</summary>
    /// <param name="history">All epochs so far; the last is the one that ended.</param>
    public virtual void OnEpochEnd(TrainingHistory history)
    {
    }
}
