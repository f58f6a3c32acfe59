namespace EmotionNotebooks.Training;

/// <summary>Where a training stands within an epoch.</summary>
/// <param name="Epoch">The running epoch, from 1.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Seen">Faces seen in this epoch.</param>
/// <param name="Faces">Faces per epoch.</param>
/// <param name="Loss">Mean loss of this epoch so far.</param>
/// <param name="Accuracy">Share that was right in this epoch so far, 0 to 1.</param>
/// <param name="ImagesPerSecond">Training speed of this epoch so far.</param>
/// <param name="TimeLeft">Estimated time to the end of the training.</param>
public sealed record TrainingProgress(
    int Epoch,
    int Epochs,
    int Seen,
    int Faces,
    double Loss,
    double Accuracy,
    double ImagesPerSecond,
    TimeSpan TimeLeft)
{
    internal static TrainingProgress Of(TrainingState state, int faces)
    {
        var (means, options) = (state.Means, state.Options);
        var speed = means.Seen / means.Seconds;
        var epochSeconds = state.History.Count > 0 ? state.History.Epochs.Average(e => e.Seconds) : faces / speed;
        var left = TimeSpan.FromSeconds(((faces - means.Seen) / speed) + ((options.Epochs - state.Epoch) * epochSeconds));
        return new(state.Epoch, options.Epochs, means.Seen, faces, means.Loss(), means.Accuracy(), speed, left);
    }
}
