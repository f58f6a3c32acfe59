using System.Globalization;

namespace EmotionNotebooks.Training.TensorBoard;

/// <summary>Writes what each epoch measured as TensorBoard event files: loss/train, loss/validation, accuracy/train, accuracy/validation,
/// learning_rate, images_per_second; the step is the epoch.</summary>
/// <remarks>
/// A file of its own is made when the first epoch of this training ends, and has every epoch on disk before the next one begins: a killed
/// training leaves whole records. A resumed training goes on in another file of the same folder, and says so in it, so that TensorBoard drops
/// epochs that an earlier file has beyond that point.
/// </remarks>
/// <param name="folder">Where the files go, such as the run's own folder (<c>tensorboard --logdir</c> takes any folder above); made if missing.</param>
/// <param name="clock">The time; the system's by default.</param>
public sealed class TensorBoardCallback(string folder, TimeProvider? clock = null) : TrainingCallback
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>The file of this training, null before its first epoch ended.</summary>
    public string? Path { get; private set; }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var epoch = history.Last ?? throw new ArgumentException("a history without epochs; expected the one that ended", nameof(history));
        var now = (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        var scalars = TensorRecord.Frame(EventMessage.Scalars(now, epoch.Epoch, ScalarsOf(epoch)));
        if (Path is null)
        {
            byte[] resumed = history.Count > 1 ? TensorRecord.Frame(EventMessage.Resumed(now, epoch.Epoch)) : [];
            Path = Begin([.. TensorRecord.Frame(EventMessage.FileVersion(now)), .. resumed, .. scalars], now);
        }
        else
        {
            Write(Path, FileMode.Append, scalars);
        }
    }

    private static (string Tag, double Value)[] ScalarsOf(EpochRecord epoch) =>
    [
        ("loss/train", epoch.TrainLoss),
        ("loss/validation", epoch.ValidationLoss),
        ("accuracy/train", epoch.TrainAccuracy),
        ("accuracy/validation", epoch.ValidationAccuracy),
        ("learning_rate", epoch.LearningRate),
        ("images_per_second", epoch.ImagesPerSecond),
    ];

    // TensorFlow's name: readers take the files of a folder in the order of their names, so the time comes first, in ten digits.
    private string Begin(byte[] content, double now)
    {
        Directory.CreateDirectory(folder);
        for (var number = 0; ; number++)
        {
            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"events.out.tfevents.{(long)now:0000000000}.{Environment.MachineName}.{Environment.ProcessId}.{number}");
            var path = System.IO.Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                Write(path, FileMode.CreateNew, content);
                return path;
            }
        }
    }

    // In one piece, and opened anew each time: nothing is held back, and nothing stays open.
    private static void Write(string path, FileMode mode, byte[] content)
    {
        using var stream = new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
