using System.Text.Json.Nodes;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Libtorch")]
public sealed class CheckpointTests : IDisposable
{
    private static readonly TrainingOptions Options = new()
    {
        Model = "small-vgg",
        Epochs = 3,
        BatchSize = 16,
        LearningRate = 0.01,
        Averaging = 0.95,
        LabelSmoothing = 0.1,
        Schedule = ScheduleKind.Cosine,
        Augmentation = new() { HorizontalFlip = 0.5, Rotation = 10, Noise = 0.1, Mixup = 0.2 },
        Device = "cpu",
        Deterministic = true,
        Threads = 2,
    };

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(OptimizerKind.Sgd, 3)] // within the first epoch
    [InlineData(OptimizerKind.AdamW, 9)] // within the second
    [InlineData(OptimizerKind.Adam, 7)] // with the first epoch's last step
    public void Should_Go_On_Bit_For_Bit_When_It_Was_Stopped(OptimizerKind optimizer, int after)
    {
        var options = Options with { Optimizer = optimizer };
        var whole = Train(options, "whole");

        var stopped = Train(options, "parts", after);
        var resumed = Train(options, "parts", resume: true);

        Assert.True(stopped.History.Count < 3);
        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.Equal(whole.Best, resumed.Best);
        Assert.Equal(whole.History.Epochs.Select(Measured), resumed.History.Epochs.Select(Measured));
    }

    [Fact]
    public void Should_Leave_One_Checkpoint_That_Says_What_It_Is()
    {
        Train(Options, "run", stopAfter: 9);

        var run = _folder.File("run");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(run, "last.json")))!;
        Assert.Equal((2, 2, 9), ((int)json["epoch"]!, (int)json["step"]!, (int)json["stepsTaken"]!));
        Assert.Equal("small-vgg", (string)json["options"]!["model"]!);
        Assert.Equal(1, (int)json["options"]!["seed"]!);
        Assert.Equal(64, ((string)json["faces"]!["training"]!).Length);
        Assert.NotNull(json["learningRate"]);
        Assert.Single(json["history"]!.AsArray());
        Assert.Equal(
            ["last-002-00002.average.safetensors", "last-002-00002.optimizer.safetensors", "last-002-00002.weights.safetensors"],
            Directory.GetFiles(run, "last-*.safetensors").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_Keep_The_Best_Weights_When_It_Was_Killed_Before_They_Were_Written()
    {
        var run = Train(Options with { Epochs = 1 }, "run");
        var best = Path.Combine(_folder.File("run"), "best.safetensors");
        File.Delete(best); // as if killed right after the epoch's checkpoint

        Train(Options with { Epochs = 1 }, "run", resume: true);

        Assert.Equal(run.Best, File.ReadAllBytes(best));
    }

    [Fact]
    public void Should_Say_What_Is_Wrong_When_A_Checkpoint_Is_Damaged_Or_Another()
    {
        Train(Options, "run", stopAfter: 3);
        var run = _folder.File("run");
        var json = Path.Combine(run, "last.json");
        var text = File.ReadAllText(json);
        var weights = Directory.GetFiles(run, "*.weights.safetensors").Single();

        Assert.Contains("no checkpoint to resume from", Assert.Throws<FileNotFoundException>(() => Checkpoint.Load(_folder.File("none"))).Message, StringComparison.Ordinal);
        Refused("other faces", () => Train(Options, "run", resume: true, faces: 91));
        Refused("seed 2", () => Train(Options with { Seed = 2 }, "run", resume: true));

        File.WriteAllText(json, text[..^200]);
        Refused("is no checkpoint", () => Checkpoint.Load(run));
        File.WriteAllText(json, text.Replace("checkpoint/1", "checkpoint/9", StringComparison.Ordinal));
        Refused("checkpoint/9", () => Checkpoint.Load(run));
        File.WriteAllText(json, text.Replace("\"stepsTaken\": 3", "\"stepsTaken\": 4", StringComparison.Ordinal));
        Refused("does not fit together", () => Train(Options, "run", resume: true));
        File.WriteAllText(json, text.Replace("\"learningRate\": 0.01", "\"learningRate\": -1", StringComparison.Ordinal));
        Refused("LearningRate is -1", () => Checkpoint.Load(run));
        File.WriteAllText(json, text);

        var bytes = File.ReadAllBytes(weights);
        bytes[^1] ^= 1;
        File.WriteAllBytes(weights, bytes);
        Refused("is damaged", () => Checkpoint.Load(run));
        File.Delete(weights);
        Refused("is not beside it", () => Checkpoint.Load(run));

        static void Refused(string why, Action action) =>
            Assert.Contains(why, Assert.Throws<InvalidDataException>(action).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static (int, double, double, double, double, double) Measured(EpochRecord epoch) =>
        (epoch.Epoch, epoch.TrainLoss, epoch.TrainAccuracy, epoch.ValidationLoss, epoch.ValidationAccuracy, epoch.LearningRate);

    private (TrainingHistory History, byte[] Weights, byte[] Best) Train(
        TrainingOptions options, string name, int stopAfter = 0, bool resume = false, int faces = 98)
    {
        var folder = _folder.File(name);
        var target = ComputeTarget.Choose(options);
        manual_seed(resume ? 77 : (long)options.Seed); // a resumed network is overwritten, whatever it began with
        using var network = ModelCatalog.Find(options.Model).Create(7);
        using var cancellation = new CancellationTokenSource();
        var record = new RunRecord(options, "bars", "", "", "bars", target.ToString(), DateTime.UnixEpoch, null, null);
        TrainingCallback[] callbacks = [new RunFolder(folder, network, Emotions.Names, record), new StopAfter(stopAfter, cancellation)];
        var history = new Trainer(network, options, target, callbacks).Fit(
            FakeFaces.Bars(faces, Split.Training), FakeFaces.Bars(35, Split.PublicTest), resume ? Checkpoint.Load(folder) : null, cancellation.Token);
        using var scope = NewDisposeScope();
        byte[] weights = [.. network.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.detach().contiguous().bytes.ToArray())];
        var best = Path.Combine(folder, "best.safetensors");
        return (history, weights, File.Exists(best) ? File.ReadAllBytes(best) : []);
    }

    private sealed class StopAfter(int steps, CancellationTokenSource cancellation) : TrainingCallback
    {
        public override void OnStep(TrainingState state)
        {
            if (state.StepsTaken == steps)
            {
                cancellation.Cancel();
            }
        }
    }
}
