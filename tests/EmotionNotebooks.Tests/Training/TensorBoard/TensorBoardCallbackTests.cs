using EmotionNotebooks.Training;
using EmotionNotebooks.Training.TensorBoard;

namespace EmotionNotebooks.Tests.Training.TensorBoard;

public sealed class TensorBoardCallbackTests : IDisposable
{
    // Written by hand from the definitions, its checksums by a bitwise CRC-32C. All files of TensorFlow begin with the first two lines.
    private const string Version =
        "1800000000000000" + "a37f4b22" // 24 bytes
        + "09" + "00002040fc54d941" // 1: wall_time 1700000000.5
        + "1a" + "0d" + "627261696e2e4576656e743a32" // 3: file_version "brain.Event:2"
        + "2b353110";

    private const string ThirdEpoch =
        "9c00000000000000" + "cba95dfa" // 156 bytes
        + "09" + "00002040fc54d941" // 1: wall_time
        + "10" + "03" // 2: step 3
        + "2a" + "8e01" // 5: summary, 142 bytes; in it 1: value, with 1: tag and 2: simple_value
        + "0a11" + "0a0a" + "6c6f73732f747261696e" + "15" + "0000c03f" // loss/train 1.5
        + "0a16" + "0a0f" + "6c6f73732f76616c69646174696f6e" + "15" + "00001040" // loss/validation 2.25
        + "0a15" + "0a0e" + "61636375726163792f747261696e" + "15" + "0000003f" // accuracy/train 0.5
        + "0a1a" + "0a13" + "61636375726163792f76616c69646174696f6e" + "15" + "0000803e" // accuracy/validation 0.25
        + "0a14" + "0a0d" + "6c6561726e696e675f72617465" + "15" + "6f12833a" // learning_rate 0.001
        + "0a18" + "0a11" + "696d616765735f7065725f7365636f6e64" + "15" + "0000c843" // images_per_second 400
        + "5e790ac0";

    private const string ResumedAtThird =
        "0f00000000000000" + "6d532b09" // 15 bytes
        + "09" + "00002040fc54d941" + "10" + "03"
        + "3a" + "02" + "0801" // 7: session_log, in it 1: status START
        + "20ab681c";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_Be_What_The_Definitions_Say_Byte_By_Byte()
    {
        var callback = new TensorBoardCallback(_folder.Path, new Clock(1700000000.5));
        callback.OnEpochEnd(new TrainingHistory([Epoch(3)]));

        Assert.Equal(Version + ThirdEpoch, Content(callback));
        Assert.Equal($"events.out.tfevents.1700000000.{Environment.MachineName}.{Environment.ProcessId}.0", Path.GetFileName(callback.Path));
        Assert.Equal([callback.Path!], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Should_Say_That_It_Goes_On_In_A_New_File_When_Resumed()
    {
        var first = new TensorBoardCallback(_folder.Path, new Clock(1700000000.5));
        first.OnEpochEnd(new TrainingHistory([Epoch(1)]));
        first.OnEpochEnd(new TrainingHistory([Epoch(1), Epoch(2)]));
        first.OnEpochEnd(new TrainingHistory([Epoch(1), Epoch(2), Epoch(3)])); // its checkpoint was lost

        var resumed = new TensorBoardCallback(_folder.Path, new Clock(1700000000.5));
        resumed.OnEpochEnd(new TrainingHistory([Epoch(1), Epoch(2), Epoch(3)]));

        Assert.Equal(Version + ResumedAtThird + ThirdEpoch, Content(resumed));
        Assert.Equal($"{first.Path![..^2]}.1", resumed.Path); // within the same second
        Assert.Equal([1, 2, 3], EventReader.Read(first.Path).Where(it => it.Scalars.Count > 0).Select(it => it.Step));
    }

    [Fact]
    public void Should_Have_Every_Epoch_On_Disk_When_It_Ended()
    {
        var callback = new TensorBoardCallback(_folder.File("new/folder"), new Clock(5));
        Assert.Null(callback.Path);
        var history = TrainingHistory.Empty;
        for (var epoch = 1; epoch <= 300; epoch += epoch == 3 ? 100 : 1) // steps of one and two bytes
        {
            history = history.Append(Epoch(epoch) with { TrainLoss = epoch / 8.0, ValidationLoss = double.NaN });
            callback.OnEpochEnd(history);

            var events = EventReader.Read(callback.Path!);
            Assert.Equal("brain.Event:2", events[0].FileVersion);
            Assert.Equal(history.Epochs.Select(it => (long)it.Epoch), events.Skip(1).Select(it => it.Step));
            Assert.All(events, it => Assert.Equal(5, it.WallTime));
            Assert.All(history.Epochs.Zip(events.Skip(1)), pair =>
            {
                Assert.Equal(
                    ["loss/train", "loss/validation", "accuracy/train", "accuracy/validation", "learning_rate", "images_per_second"],
                    pair.Second.Scalars.Select(it => it.Tag));
                Assert.Equal(pair.First.TrainLoss, pair.Second.Scalars[0].Value, 1e-6);
                Assert.Equal(float.NaN, pair.Second.Scalars[1].Value);
                Assert.Equal((float)pair.First.LearningRate, pair.Second.Scalars[4].Value);
            });
        }

        Assert.StartsWith("events.out.tfevents.0000000005.", Path.GetFileName(callback.Path), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.File("new/folder")));
    }

    [Fact]
    public void Should_Refuse_A_History_Without_Epochs() =>
        Assert.Throws<ArgumentException>(() => new TensorBoardCallback(_folder.Path).OnEpochEnd(TrainingHistory.Empty));

    public void Dispose() => _folder.Dispose();

    private static EpochRecord Epoch(int number) => new(number, 1.5, 0.5, 2.25, 0.25, 10, 0.001, 3, 400);

    private static string Content(TensorBoardCallback callback) => Convert.ToHexStringLower(File.ReadAllBytes(callback.Path!));

    private sealed class Clock(double seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(seconds);
    }
}
