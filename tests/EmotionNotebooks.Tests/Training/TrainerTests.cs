using EmotionNotebooks.Augmentation;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Libtorch")]
public sealed class TrainerTests
{
    private static readonly TrainingOptions Options = new()
    {
        Model = "small-vgg",
        Epochs = 2,
        BatchSize = 16,
        Optimizer = OptimizerKind.Sgd,
        LearningRate = 0.01,
        Device = "cpu",
        Deterministic = true,
        Threads = 2,
    };

    [Fact]
    public void Should_Learn_When_Classes_Can_Be_Told_Apart()
    {
        var (history, _) = Train(Options with { Epochs = 8 });

        Assert.Equal(8, history.Count);
        Assert.True(history.Epochs[^1].TrainLoss < history.Epochs[0].TrainLoss);
        Assert.True(history.Best!.ValidationAccuracy > 0.9, $"validation accuracy {history.Best.ValidationAccuracy}");
    }

    [Fact]
    public void Should_Give_The_Same_Weights_Bit_For_Bit_When_The_Seed_Is_The_Same()
    {
        Assert.Equal(Train(Options).Weights, Train(Options).Weights);
    }

    [Fact]
    public void Should_Learn_The_Same_Bit_For_Bit_When_Faces_Are_Varied_And_Mixed()
    {
        var augmentation = AugmentationText.Parse(
            "flip=0.5,rotation=5,brightness=0.2,blur=0.3,noise=0.3,erasing=0.3,mixup=0.4,cutmix=1", AugmentationOptions.None);
        var options = Options with { Epochs = 20, LabelSmoothing = 0.1, Augmentation = augmentation };
        (TrainingHistory History, float[] Weights) TrainLinear()
        {
            manual_seed(5);
            using var linear = nn.Linear(FaceSet.PixelsPerFace, 7);
            using var network = new Flat(linear);
            var history = new Trainer(network, options, ComputeTarget.Choose(options))
                .Fit(FakeFaces.Bars(98, Split.Training), FakeFaces.Bars(35, Split.PublicTest));
            return (history, linear.weight!.data<float>().ToArray());
        }

        var (history, weights) = TrainLinear();

        Assert.Equal(weights, TrainLinear().Weights);
        Assert.True(history.Best!.ValidationAccuracy > 0.9, $"validation accuracy {history.Best.ValidationAccuracy}");
        // Against the class with the largest share, which is the other face's now and then.
        Assert.InRange(history.Last!.TrainAccuracy, 0.5, 0.99);
    }

    [Fact]
    public void Should_Give_Other_Weights_When_The_Seed_Is_Another()
    {
        Assert.NotEqual(Train(Options).Weights, Train(Options with { Seed = 2 }).Weights);
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd, ScheduleKind.Cosine)]
    [InlineData(OptimizerKind.Adam, ScheduleKind.OneCycle)]
    [InlineData(OptimizerKind.AdamW, ScheduleKind.Exponential)]
    [InlineData(OptimizerKind.Sgd, ScheduleKind.Step)]
    public void Should_End_At_The_Schedules_Last_Learning_Rate(OptimizerKind optimizer, ScheduleKind schedule)
    {
        var (history, _) = Train(Options with { Optimizer = optimizer, Schedule = schedule, LearningRate = 1e-3, Epochs = 3 });

        var end = schedule switch
        {
            ScheduleKind.Cosine => 0,
            ScheduleKind.OneCycle => 1e-3 / 25 / 1e4,
            ScheduleKind.Exponential => 1e-5,
            _ => 1e-6,
        };
        Assert.Equal(end, history.Last!.LearningRate, 1e-9);
    }

    [Fact]
    public void Should_Rise_First_When_There_Is_A_Warm_Up()
    {
        var (history, _) = Train(Options with { Schedule = ScheduleKind.Cosine, WarmUpEpochs = 1, Epochs = 3 });

        Assert.Equal(Options.LearningRate, history.Epochs[0].LearningRate, 1e-9);
        Assert.True(history.Epochs[1].LearningRate < Options.LearningRate);
    }

    [Fact]
    public void Should_Stop_And_Say_So_When_The_Loss_Diverges()
    {
        var error = Assert.Throws<DivergedException>(() => Train(Options with { LearningRate = 1e30, Epochs = 5 }));

        Assert.Contains("try a lower learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Return_The_Epochs_That_Ended_When_It_Is_Cancelled()
    {
        using var source = new CancellationTokenSource();
        var canceller = new CancelAfterFirstEpoch(source);

        var (history, _) = Train(Options with { Epochs = 50 }, source.Token, canceller);

        Assert.Equal(1, history.Count);
    }

    [Fact]
    public void Should_Take_Each_Step_From_Its_Own_Gradient()
    {
        // One batch an epoch, so three epochs are three steps, and the order of the faces changes nothing but rounding.
        var faces = FakeFaces.Bars(28, Split.Training);
        var options = Options with { Epochs = 3, BatchSize = 28, Augmentation = AugmentationOptions.None, Momentum = 0, LearningRate = 0.1 };
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var trained = nn.Linear(FaceSet.PixelsPerFace, 7);
        using var network = new Flat(trained);
        manual_seed(5);
        using var byHand = nn.Linear(FaceSet.PixelsPerFace, 7);

        new Trainer(network, options, ComputeTarget.Choose(options)).Fit(faces, FakeFaces.Bars(7, Split.PublicTest));

        using var optimizer = optim.SGD(byHand.parameters(), 0.1);
        using var data = new DeviceFaces(faces, CPU);
        var (all, labels) = data.Slice(0, faces.Count);
        for (var step = 0; step < 3; step++)
        {
            foreach (var parameter in byHand.parameters())
            {
                parameter.grad = null;
            }

            nn.functional.cross_entropy(byHand.call(all.flatten(1)), labels).backward();
            optimizer.step();
        }

        var expected = byHand.weight!.data<float>().ToArray();
        var found = trained.weight!.data<float>().ToArray();
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Should_Refuse_The_Final_Exam()
    {
        var exam = FakeFaces.Bars(20, Split.PrivateTest);
        var faces = FakeFaces.Bars(20, Split.Training);
        using var network = ModelCatalog.Find("small-vgg").Create(7);
        var trainer = new Trainer(network, Options, ComputeTarget.Choose(Options));

        Assert.Contains("final exam", Assert.Throws<ArgumentException>(() => trainer.Fit(exam, faces)).Message, StringComparison.Ordinal);
        Assert.Contains("final exam", Assert.Throws<ArgumentException>(() => trainer.Fit(faces, exam)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(33)] // 16 + 17: the last face joins the second batch
    [InlineData(34)] // 16 + 16 + 2
    public void Should_Train_On_Every_Face_When_The_Last_Batch_Is_Small(int count)
    {
        using var network = ModelCatalog.Find("small-vgg").Create(7);
        var history = new Trainer(network, Options with { Epochs = 1 }, ComputeTarget.Choose(Options))
            .Fit(FakeFaces.Bars(count, Split.Training), FakeFaces.Bars(7, Split.PublicTest));

        Assert.Equal(1, history.Count);
        Assert.InRange(history.Last!.TrainAccuracy * count % 1, -1e-6, 1e-6);
    }

    private static (TrainingHistory History, byte[] Weights) Train(
        TrainingOptions options, CancellationToken cancellation = default, params TrainingCallback[] callbacks)
    {
        var target = ComputeTarget.Choose(options);
        manual_seed((long)options.Seed);
        using var network = ModelCatalog.Find(options.Model).Create(7);
        var history = new Trainer(network, options, target, callbacks)
            .Fit(FakeFaces.Bars(98, Split.Training), FakeFaces.Bars(35, Split.PublicTest), cancellation);
        using var scope = NewDisposeScope();
        byte[] weights = [.. network.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.detach().contiguous().bytes.ToArray())];
        return (history, weights);
    }

    private sealed class CancelAfterFirstEpoch(CancellationTokenSource source) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingHistory history) => source.Cancel();
    }

    private sealed class Flat : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear _linear;

        public Flat(TorchSharp.Modules.Linear linear)
            : base(nameof(Flat))
        {
            _linear = linear;
            register_module("linear", linear);
        }

        public override Tensor forward(Tensor input) => _linear.call(input.flatten(1));
    }
}
