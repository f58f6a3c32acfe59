namespace EmotionNotebooks.Training;

/// <summary>Is told how a training goes; all members do nothing unless overridden. Called on the training thread.</summary>
public abstract class TrainingCallback
{
    /// <summary>Before the first step; when a training is resumed, with the epochs that ended before. The network holds the averaged weights
    /// where there are any.</summary>
    /// <param name="state">Where the training stands.</param>
    public virtual void OnStart(TrainingState state)
    {
    }

    /// <summary>After each step. The training goes on when this returns; the time is not counted.</summary>
    /// <param name="state">Where the training stands.</param>
    public virtual void OnStep(TrainingState state)
    {
    }

    /// <summary>A few times a second while an epoch runs.</summary>
    /// <param name="progress">Where the training stands.</param>
    public virtual void OnProgress(TrainingProgress progress)
    {
    }

    /// <summary>When the training's state is worth keeping: after each epoch, every few minutes within one, and where it is cancelled. The
    /// network holds the weights that train on.</summary>
    /// <param name="state">Where the training stands.</param>
    public virtual void OnCheckpoint(TrainingState state)
    {
    }

    /// <summary>After each epoch and its validation; the network holds the weights that were validated.</summary>
    /// <param name="history">All epochs so far; the last is the one that ended.</param>
    public virtual void OnEpochEnd(TrainingHistory history)
    {
    }
}
