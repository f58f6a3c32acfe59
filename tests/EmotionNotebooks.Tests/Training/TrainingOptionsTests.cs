using EmotionNotebooks.Training;

namespace EmotionNotebooks.Tests.Training;

public sealed class TrainingOptionsTests
{
    [Fact]
    public void Should_Hold_Keras_Defaults_When_Nothing_Is_Set()
    {
        var options = new TrainingOptions();

        Assert.Equal((32, 10, 1e-3, 1e-7), (options.BatchSize, options.Epochs, options.LearningRate, options.Epsilon));
    }

    public static TheoryData<string, Func<TrainingOptions>> BadValues => new()
    {
        { "Epochs is 0; it must be at least 1", () => new TrainingOptions { Epochs = 0 } },
        { "BatchSize is 1; it must be at least 2", () => new TrainingOptions { BatchSize = 1 } },
        { "LearningRate is -1; it must be above 0", () => new TrainingOptions { LearningRate = -1 } },
        { "LearningRate is NaN; it must be above 0", () => new TrainingOptions { LearningRate = double.NaN } },
        { "LearningRate is Infinity; it must be above 0", () => new TrainingOptions { LearningRate = double.PositiveInfinity } },
        { "Momentum is 1; it must be from 0 to below 1", () => new TrainingOptions { Momentum = 1 } },
        { "Epsilon is 0; it must be above 0", () => new TrainingOptions { Epsilon = 0 } },
        { "WeightDecay is -0.1; it must be at least 0", () => new TrainingOptions { WeightDecay = -0.1 } },
        { "WarmUpEpochs is -1; it must be at least 0", () => new TrainingOptions { WarmUpEpochs = -1 } },
        { "LabelSmoothing is 1; it must be from 0 to below 1", () => new TrainingOptions { LabelSmoothing = 1 } },
        { "Device is tpu; it must be auto, cpu, cuda, or cuda:N", () => new TrainingOptions { Device = "tpu" } },
        { "Device is cuda:x; it must be auto, cpu, cuda, or cuda:N", () => new TrainingOptions { Device = "cuda:x" } },
        { "Threads is -2; it must be at least 0", () => new TrainingOptions { Threads = -2 } },
        { "Optimizer is 9; it must be one of Sgd, Adam, AdamW", () => new TrainingOptions { Optimizer = (OptimizerKind)9 } },
        { "Precision is 9; it must be one of Auto, Fp32, Bf16", () => new TrainingOptions { Precision = (Precision)9 } },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Should_Name_The_Value_And_What_Is_Right_When_An_Option_Is_Bad(string message, Func<TrainingOptions> make)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(make).Message);
    }
}
