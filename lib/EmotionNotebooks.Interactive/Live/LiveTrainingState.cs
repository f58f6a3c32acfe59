using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Live;

/// <summary>How far a training is.</summary>
/// <param name="History">The epochs that are done.</param>
/// <param name="Epochs">How many there will be at most.</param>
/// <param name="Progress">Where the epoch that runs is; null between epochs.</param>
/// <param name="Elapsed">How long it has run.</param>
/// <param name="IsStopped">Whether it was interrupted.</param>
internal sealed record LiveTrainingState(TrainingHistory History, int Epochs, TrainingProgress? Progress, TimeSpan Elapsed, bool IsStopped);
