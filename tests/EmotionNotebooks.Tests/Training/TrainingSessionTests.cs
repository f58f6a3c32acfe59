using EmotionNotebooks.Export;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;
using TorchSharp;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Libtorch")]
public sealed class TrainingSessionTests : IDisposable
{
    private static readonly FaceSet Faces = SampleFaces.Generate(140, seed: 3);

    private static readonly Recipe Recipe = RecipeCatalog.Find("small-vgg", "common") with
    {
        Options = new() { Model = "small-vgg", Epochs = 2, BatchSize = 16, Device = "cpu", Deterministic = true, Threads = 2 },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void Should_Read_What_It_Came_To_When_It_Is_Finished()
    {
        TrainingHistory trained, read;
        using (var session = new TrainingSession(_folder, Recipe, Faces))
        {
            Assert.False(session.IsFinished);
            trained = session.Train();
            Assert.True(session.IsFinished);
            Assert.Equal(session.Record.Best!.ValidationAccuracy, session.Judge(session.Split.Validation).Accuracy(), 6);
        }

        var written = File.GetLastWriteTimeUtc(Path.Combine(_folder, Checkpoint.FileName));
        using (var again = new TrainingSession(_folder, Recipe, Faces))
        {
            Assert.True(again.IsFinished);
            read = again.Train();
        }

        Assert.Equal(trained.ToCsv(), read.ToCsv());
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(_folder, Checkpoint.FileName)));
    }

    [Fact]
    public void Should_Begin_With_Given_Weights_And_New_Outputs_When_There_Are_Other_Classes()
    {
        using (var session = new TrainingSession(Path.Combine(_folder, "first"), Recipe, Faces))
        {
            session.Train();
        }

        var weights = Path.Combine(_folder, "first", "best.safetensors");
        var (theirs, _) = Safetensors.Load(weights);
        using var wider = ModelCatalog.Find("small-vgg").Create(Faces.ClassNames.Count + 2);
        var drawn = Values(wider);

        InitialWeights.CopyInto(wider, weights);

        foreach (var (name, values) in Values(wider))
        {
            var given = theirs[name].to(torch.ScalarType.Float32).data<float>().ToArray();
            Assert.Equal(given, values[..given.Length]);
            Assert.Equal(drawn[name][given.Length..], values[given.Length..]);
        }
    }

    [Fact]
    public void Should_Name_The_Tensor_When_Given_Weights_Are_Another_Networks()
    {
        using var other = ModelCatalog.Find("nine-conv").Create(7);
        var weights = Path.Combine(_folder, "other.safetensors");
        ModelFile.Save(weights, other, "nine-conv", Faces.ClassNames);

        var error = Assert.Throws<InvalidDataException>(
            () => new TrainingSession(Path.Combine(_folder, "run"), Recipe with { Options = Recipe.Options with { InitialWeights = weights } }, Faces));

        Assert.Contains($"{weights} lacks the tensor '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Go_On_From_Its_Checkpoint_When_It_Was_Stopped()
    {
        var whole = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using (var session = new TrainingSession(whole, Recipe, Faces))
            {
                session.Train();
            }

            using var cancellation = new CancellationTokenSource();
            using (var stopped = new TrainingSession(_folder, Recipe, Faces))
            {
                stopped.Train([new StopAfter(3, cancellation)], cancellation.Token);
                Assert.False(stopped.IsFinished);
            }

            using (var resumed = new TrainingSession(_folder, Recipe, Faces))
            {
                Assert.Equal((1, 3), resumed.GoesOnFrom);
                resumed.Train();
                Assert.True(resumed.IsFinished);
            }

            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "best.safetensors")), File.ReadAllBytes(Path.Combine(_folder, "best.safetensors")));
        }
        finally
        {
            Directory.Delete(whole, recursive: true);
        }
    }

    [Fact]
    public void Should_Train_On_When_A_Finished_Training_Is_To_Have_More_Epochs()
    {
        using (var session = new TrainingSession(_folder, Recipe, Faces))
        {
            session.Train();
        }

        using var longer = new TrainingSession(_folder, Recipe with { Options = Recipe.Options with { Epochs = 3 } }, Faces);

        Assert.Equal((3, 0), longer.GoesOnFrom);
        Assert.Equal(3, longer.Train().Count);
    }

    [Fact]
    public void Should_Refuse_A_Folder_Of_Another_Training()
    {
        using (var session = new TrainingSession(_folder, Recipe with { Options = Recipe.Options with { Epochs = 1 } }, Faces))
        {
            session.Train();
        }

        Refused(Recipe with { Options = Recipe.Options with { Epochs = 1, LearningRate = 0.5 } }, Faces);
        Refused(Recipe with { Options = Recipe.Options with { Epochs = 1 } }, SampleFaces.Generate(140, seed: 4));

        void Refused(Recipe recipe, FaceSet faces)
        {
            var problem = Assert.Throws<ArgumentException>(() => new TrainingSession(_folder, recipe, faces));
            Assert.Contains("holds a training on other faces or with other options", problem.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Dictionary<string, float[]> Values(torch.nn.Module network) =>
        network.state_dict().ToDictionary(it => it.Key, it => it.Value.to(torch.ScalarType.Float32).data<float>().ToArray());

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
