using System.Diagnostics;
using EmotionNotebooks.Data;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using TorchSharp;
using static TorchSharp.torch;
using Acceleration = EmotionNotebooks.Training.Acceleration;

namespace EmotionNotebooks.Bench;

/// <summary>One network in one precision: training steps, inference batches, the whole training loop.</summary>
internal sealed class NetworkBench : IDisposable
{
    private const int Batch = 64;

    private static readonly TrainingOptions Options = new()
    {
        Epochs = 2,
        BatchSize = Batch,
        Optimizer = OptimizerKind.Sgd,
        LearningRate = 0.01,
        Momentum = 0.9,
    };

    private readonly string _net;
    private readonly ComputeTarget _target;
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly nn.Module<Tensor, Tensor> _folded;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _faces;
    private readonly Tensor _labels;
    private readonly HashSet<string> _warm = [];

    public NetworkBench(string net, bool bf16)
    {
        _net = net;
        _target = new ComputeTarget(CPU, bf16);
        manual_seed(1);
        _network = Create();
        _folded = Create();
        Parameters = _network.parameters().Sum(parameter => parameter.numel());
        Folding.Fold(_folded);
        Acceleration.ChannelsLast(_folded);
        _optimizer = OptimizerFactory.Create(_network.parameters(), Options);
        using var scope = NewDisposeScope();
        _faces = Acceleration.ChannelsLast(rand(Batch, 1, FaceSet.Side, FaceSet.Side)).MoveToOuterDisposeScope();
        _labels = randint(0, Emotions.Count, [Batch], dtype: ScalarType.Int64).MoveToOuterDisposeScope();
    }

    private long Parameters { get; }

    public Measurement Train(int steps)
    {
        _network.train();
        return Run("train", steps, TrainStep);
    }

    public Measurement Infer(int steps)
    {
        using var inference = inference_mode();
        return Run("infer", steps, InferStep);
    }

    /// <summary>The trainer of the library over so many batches of faces, with data, augmentation and bookkeeping; its second epoch.</summary>
    public Measurement Loop(int steps)
    {
        using var network = Create();
        var training = Noise(steps * Batch, Split.Training);
        var history = new Trainer(network, Options, _target).Fit(training, Noise(Batch, Split.PublicTest));
        var epoch = history.Last!;
        return new(epoch.ImagesPerSecond, training.Count / epoch.ImagesPerSecond, steps, Parameters);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
        _folded.Dispose();
        _faces.Dispose();
        _labels.Dispose();
    }

    private nn.Module<Tensor, Tensor> Create()
    {
        var network = ModelCatalog.Find(_net).Create(Emotions.Count);
        Acceleration.ChannelsLast(network);
        return network;
    }

    private Measurement Run(string verb, int steps, Func<double> step)
    {
        for (var i = _warm.Add(verb) ? 3 : 1; i > 0; i--)
            step();
        var result = 0.0;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < steps; i++)
            result = step();
        var seconds = clock.Elapsed.TotalSeconds;
        return double.IsFinite(result)
            ? new(steps * Batch / seconds, seconds, steps, Parameters)
            : throw new ArithmeticException("the result is not finite");
    }

    private double TrainStep()
    {
        using var scope = NewDisposeScope();
        _network.zero_grad();
        Tensor logits;
        using (_target.Begin())
        {
            logits = _network.call(_faces).to(ScalarType.Float32); // (64, 7)
        }

        var loss = nn.functional.cross_entropy(logits, _labels);
        loss.backward();
        _optimizer.step();
        return loss.ToSingle();
    }

    private double InferStep()
    {
        using var scope = NewDisposeScope();
        using var precision = _target.Begin();
        return _folded.call(_faces).to(ScalarType.Float32).sum().ToSingle(); // (64, 7)
    }

    private static FaceSet Noise(int count, Split split)
    {
        var pixels = new byte[count * FaceSet.PixelsPerFace];
        new Random(1).NextBytes(pixels);
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
            labels[i] = (byte)(i % Emotions.Count);
        var splits = new Split[count];
        Array.Fill(splits, split);
        return new FaceSet(pixels, labels, splits, "noise");
    }
}
