using System.Diagnostics;
using EmotionNotebooks.Export;
using EmotionNotebooks.Training;
using TorchSharp;

namespace EmotionNotebooks.Cli.Tests;

[Trait("Needs", "Libtorch")]
public sealed class ResumeTests : IDisposable
{
    private static readonly string[] Tiny =
        ["--samples", "200", "--model", "small-vgg", "--seed", "4", "--deterministic", "--averaging", "0.9", "--threads", "1"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Should_End_With_The_Same_Weights_When_It_Was_Stopped_And_Resumed()
    {
        var (whole, parts) = (_folder.File("whole"), _folder.File("parts"));
        var trained = Command.Emotion(_folder.Path, ["train", .. Tiny, "--epochs", "5", "--out", whole]);
        using (var process = Start(["train", .. Tiny, "--epochs", "5", "--out", parts]))
        {
            WaitFor(Path.Combine(parts, "history.csv"), process);
            Signal(process, "TERM");
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        }

        var resumed = Command.Emotion(_folder.Path, "train", "--resume", parts);

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Contains("goes on in epoch", resumed.Output, StringComparison.Ordinal);
        Assert.Equal(Weights(whole), Weights(parts));
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "best.safetensors")), File.ReadAllBytes(Path.Combine(parts, "best.safetensors")));
        Assert.Equal(6, File.ReadAllLines(Path.Combine(parts, "history.csv")).Length);
    }

    [Fact]
    public void Should_Keep_A_Whole_Checkpoint_When_It_Is_Killed_At_Any_Moment()
    {
        // Four trainings side by side, killed and resumed until 50 kills met a checkpoint of theirs.
        var random = new Random(7);
        var delays = Enumerable.Range(0, 400).Select(_ => random.Next(1, 600)).ToArray();
        var (kills, next) = (0, 0);
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, worker =>
        {
            var run = _folder.File($"run{worker}");
            var (epoch, step) = (1, 0);
            while (Volatile.Read(ref kills) < 50)
            {
                string[] arguments = Checkpoint.Exists(run)
                    ? ["train", "--resume", run]
                    : ["train", .. Tiny, "--epochs", "5000", "--out", run];
                var known = Stamp(run);
                using var process = Start(arguments);
                // The kill falls anywhere after the first checkpoint that this process wrote.
                while (Stamp(run) == known && !process.HasExited)
                {
                    Thread.Sleep(5);
                }

                Thread.Sleep(delays[Interlocked.Increment(ref next) % delays.Length]);
                process.Kill();
                process.WaitForExit();

                var checkpoint = Checkpoint.Load(run); // reads all and checks all hashes
                Assert.True((checkpoint.Epoch, checkpoint.Step).CompareTo((epoch, step)) > 0, $"epoch {checkpoint.Epoch} after {epoch}");
                (epoch, step) = (checkpoint.Epoch, checkpoint.Step);
                Interlocked.Increment(ref kills);
            }
        });

        Assert.True(kills >= 50);
        // What was half-written goes when the training is next resumed and ends well.
        var resumed = _folder.File("run0");
        using (var process = Start(["train", "--resume", resumed]))
        {
            var known = Stamp(resumed);
            WaitUntil(() => Stamp(resumed) != known, process);
            Signal(process, "TERM");
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        }

        Assert.Empty(Directory.GetFiles(resumed, ".*"));
    }

    [Fact]
    public void Should_Be_Read_By_Ten_Lines_Of_Python()
    {
        var run = _folder.File("run");
        Assert.Equal(0, Command.Emotion(_folder.Path, ["train", .. Tiny, "--epochs", "1", "--out", run]).ExitCode);
        var script = Path.Combine(Command.Root, "tests", "peers", "read_weights.py");
        var weights = Directory.GetFiles(run, "*.weights.safetensors").Single();

        var read = Command.Run(_folder.Path, [], "python3", script, weights);

        Assert.True(read.ExitCode == 0, read.Error);
        Assert.True(File.ReadAllLines(script).Length <= 10);
        var (tensors, _) = Safetensors.Load(weights);
        var floats = tensors.Where(entry => entry.Value.dtype == torch.ScalarType.Float32).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray();
        Assert.Equal(floats.Length, read.Output.Split('\n').Length);
        foreach (var ((name, tensor), line) in floats.Zip(read.Output.Split('\n')))
        {
            Assert.StartsWith($"{name} [{string.Join(", ", tensor.shape)}] ", line.Trim(), StringComparison.Ordinal);
            var sum = double.Parse(line.Trim().Split(' ')[^1]);
            Assert.Equal(tensor.data<float>().ToArray().Sum(value => (double)value), sum, 1e-6 * Math.Max(1, Math.Abs(sum)));
            tensor.Dispose();
        }
    }

    [Fact]
    public void Should_Hold_Up_And_Go_On_When_It_Is_Signalled()
    {
        var run = _folder.File("run");
        using var process = Start(["train", .. Tiny, "--epochs", "5000", "--out", run]);
        var history = Path.Combine(run, "history.csv");
        WaitFor(history, process);

        Signal(process, "USR1");
        var held = Settled(history);
        Thread.Sleep(1500);
        Assert.Equal(held, File.GetLastWriteTimeUtc(history));
        Signal(process, "USR1");
        WaitUntil(() => File.GetLastWriteTimeUtc(history) > held, process);

        Signal(process, "TSTP");
        WaitUntil(() => File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].StartsWith('T'), process);
        var stopped = File.GetLastWriteTimeUtc(history);
        Signal(process, "CONT");
        WaitUntil(() => File.GetLastWriteTimeUtc(history) > stopped, process);

        Signal(process, "TERM");
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public void Should_Refuse_What_Would_Make_It_Another_Training()
    {
        var run = _folder.File("run");
        Assert.Equal(0, Command.Emotion(_folder.Path, ["train", .. Tiny, "--epochs", "1", "--out", run]).ExitCode);

        Refused($"{run} holds a training already", ["train", .. Tiny, "--epochs", "1", "--out", run]);
        Refused("--learning-rate can't be changed by --resume", "train", "--resume", run, "--lr", "0.5");
        Refused("no checkpoint to resume from", "train", "--resume", _folder.File("none"));
        Refused("other faces", "train", "--resume", run, "--samples", "300", "--epochs", "2");
    }

    public void Dispose() => _folder.Dispose();

    private void Refused(string why, params string[] arguments)
    {
        var refused = Command.Emotion(_folder.Path, arguments);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(why, refused.Error, StringComparison.Ordinal);
    }

    private Process Start(string[] arguments) =>
        Command.Start(_folder.Path, [], "dotnet", [Path.Combine(AppContext.BaseDirectory, "emotion.dll"), .. arguments]);

    private void Signal(Process process, string name) =>
        Assert.Equal(0, Command.Run(_folder.Path, [], "kill", $"-{name}", process.Id.ToString()).ExitCode);

    private static DateTime Stamp(string run) => File.GetLastWriteTimeUtc(Path.Combine(run, Checkpoint.FileName));

    private static void WaitFor(string file, Process process) => WaitUntil(() => File.Exists(file), process);

    private static void WaitUntil(Func<bool> done, Process process)
    {
        var clock = Stopwatch.StartNew();
        while (!done())
        {
            Assert.False(process.HasExited, "the training ended");
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "waited for a minute");
            Thread.Sleep(20);
        }
    }

    // The last write before the training is held up: nothing new for half a second.
    private static DateTime Settled(string file)
    {
        var clock = Stopwatch.StartNew();
        var (last, since) = (File.GetLastWriteTimeUtc(file), Stopwatch.StartNew());
        while (since.ElapsedMilliseconds < 1000 && clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            Thread.Sleep(20);
            if (File.GetLastWriteTimeUtc(file) is var now && now != last)
            {
                (last, since) = (now, Stopwatch.StartNew());
            }
        }

        return last;
    }

    private static byte[][] Weights(string run) =>
        [.. Directory.GetFiles(run, "last-*.safetensors").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
