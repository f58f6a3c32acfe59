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
    public void Should_Record_The_Rate_Of_Each_Epochs_Last_Step(OptimizerKind optimizer, ScheduleKind schedule)
    {
        var options = Options with { Optimizer = optimizer, Schedule = schedule, LearningRate = 1e-3, Epochs = 3 };
        var (history, _) = Train(options);

        var rates = new LearningRateSchedule(options, 7); // 98 faces in batches of 16
        Assert.All(history.Epochs, epoch => Assert.Equal(rates.At((epoch.Epoch * 7) - 1, history), epoch.LearningRate, 1e-12));
    }

    [Fact]
    public void Should_Step_Less_When_Gradients_Are_Clipped()
    {
        // One step of plain SGD with a rate of 1 moves the weights by the gradient's norm.
        var options = Options with { Epochs = 1, BatchSize = 98, LearningRate = 1, Momentum = 0, Augmentation = AugmentationOptions.None };
        double Moved(double clip)
        {
            manual_seed(5);
            using var linear = nn.Linear(FaceSet.PixelsPerFace, 7);
            using var network = new Flat(linear);
            float[] before = [.. linear.weight!.data<float>().ToArray(), .. linear.bias!.data<float>().ToArray()];
            var clipped = options with { GradientClip = clip };
            new Trainer(network, clipped, ComputeTarget.Choose(clipped)).Fit(FakeFaces.Bars(98, Split.Training), FakeFaces.Bars(7, Split.PublicTest));
            float[] after = [.. linear.weight!.data<float>().ToArray(), .. linear.bias!.data<float>().ToArray()];
            return Math.Sqrt(before.Zip(after, (a, b) => Math.Pow(a - b, 2)).Sum());
        }

        Assert.True(Moved(0) > 0.5);
        Assert.Equal(0.25, Moved(0.25), 1e-4);
    }

    [Fact]
    public void Should_Validate_And_Keep_The_Average_But_Train_On_The_Weights()
    {
        var options = Options with { Epochs = 3, Averaging = 0.9, Model = "small-vgg" };
        var seen = new WeightsSeen();
        var (_, weights) = Train(options, default, seen);

        Assert.Equal(Train(options with { Averaging = 0 }).Weights, weights); // averaging changes no step
        Assert.NotEqual(seen.AtEpochEnd, weights);
        Assert.Equal(seen.AtCheckpoint, weights);
    }

    [Fact]
    public void Should_End_Early_When_Validation_Has_Stopped_Getting_Better()
    {
        // A rate this small changes nothing that validation could see.
        var (history, _) = Train(Options with { Epochs = 20, LearningRate = 1e-12, Patience = 3 });

        Assert.InRange(history.Count, 4, 19);
        Assert.Equal(3, history.EpochsSinceBest);
    }

    [Fact]
    public void Should_Learn_The_Rare_Class_When_Classes_Are_Weighted()
    {
        // Grey noise without any hint of the class: all there is to learn is how often each comes.
        var labels = Enumerable.Range(0, 96).Select(i => (byte)(i % 12 == 0 ? 1 : 0)).ToArray();
        var pixels = new byte[labels.Length * FaceSet.PixelsPerFace];
        Array.Fill(pixels, (byte)128);
        var faces = new FaceSet(pixels, labels, new Split[labels.Length], "grey", ["often", "rare"]);
        double Rare(ClassWeighting weighting)
        {
            var options = Options with { Epochs = 90, BatchSize = 32, LearningRate = 5e-4, ClassWeights = weighting, Augmentation = AugmentationOptions.None };
            manual_seed(5);
            using var linear = nn.Linear(FaceSet.PixelsPerFace, 2);
            using var network = new Flat(linear);
            var target = ComputeTarget.Choose(options);
            new Trainer(network, options, target).Fit(faces, faces);
            using var evaluator = new Evaluator(network, faces, target);
            return evaluator.Predict().Probabilities(0)[1];
        }

        Assert.Equal(1 / 12.0, Rare(ClassWeighting.None), 0.03);
        Assert.Equal(0.5, Rare(ClassWeighting.Balanced), 0.05);
    }

    [Fact]
    public void Should_Learn_The_Votes_Beside_The_Labels_When_There_Is_A_Second_Head()
    {
        // The votes say the opposite of the labels, so one head can't do for both.
        var faces = FakeFaces.Bars(98, Split.Training);
        var votes = new byte[faces.Count * FaceVotes.Choices];
        for (var i = 0; i < faces.Count; i++)
        {
            votes[(i * FaceVotes.Choices) + 6 - faces.Labels[i]] = 10;
        }

        var voted = new FaceSet(faces.Pixels, faces.Labels.ToArray(), faces.Splits.ToArray(), "voted") { Votes = new FaceVotes(votes) };
        var options = Options with { Epochs = 12, VoteHead = 1, LearningRate = 0.02 };
        manual_seed(5);
        using var linear = nn.Linear(FaceSet.PixelsPerFace, options.OutputsFor(7));
        using var network = new Flat(linear);
        var target = ComputeTarget.Choose(options);

        var history = new Trainer(network, options, target).Fit(voted, FakeFaces.Bars(35, Split.PublicTest));

        Assert.Equal(15, options.OutputsFor(7));
        Assert.True(history.Best!.ValidationAccuracy > 0.9, $"labels {history.Best.ValidationAccuracy}");
        using var scope = NewDisposeScope();
        using var data = new DeviceFaces(voted, CPU);
        var said = network.call(data.Slice(0, voted.Count).Faces).narrow(1, 7, 8).argmax(1).data<long>().ToArray();
        Assert.True(said.Select((vote, i) => vote == 6 - voted.Labels[i]).Count(right => right) > 88);
    }

    [Fact]
    public void Should_Refuse_To_Learn_Votes_That_Are_Not_There()
    {
        var error = Assert.Throws<ArgumentException>(() => Train(Options with { VoteShare = 0.5 }));

        Assert.Contains("--votes", error.Message, StringComparison.Ordinal);
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
            .Fit(FakeFaces.Bars(98, Split.Training), FakeFaces.Bars(35, Split.PublicTest), null, cancellation);
        return (history, Bytes(network));
    }

    private static byte[] Bytes(nn.Module network)
    {
        using var scope = NewDisposeScope();
        return [.. network.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.detach().contiguous().bytes.ToArray())];
    }

    private sealed class CancelAfterFirstEpoch(CancellationTokenSource source) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingHistory history) => source.Cancel();
    }

    private sealed class WeightsSeen : TrainingCallback
    {
        private TrainingState? _state;

        public byte[] AtEpochEnd { get; private set; } = [];

        public byte[] AtCheckpoint { get; private set; } = [];

        public override void OnStart(TrainingState state) => _state = state;

        public override void OnCheckpoint(TrainingState state) => AtCheckpoint = Bytes(state.Network);

        public override void OnEpochEnd(TrainingHistory history) => AtEpochEnd = Bytes(_state!.Network);
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
