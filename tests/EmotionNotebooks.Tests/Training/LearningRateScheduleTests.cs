using System.Text.Json;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Nothing")]
public sealed class LearningRateScheduleTests
{
    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "training", "schedules.json"))).RootElement.EnumerateArray()];

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Should_Equal_PyTorch_At_Every_Step(int number)
    {
        var it = Cases[number];
        var options = new TrainingOptions
        {
            Schedule = Enum.Parse<ScheduleKind>(it.GetProperty("schedule").GetString()!, ignoreCase: true),
            WarmUpEpochs = it.GetProperty("warmUpEpochs").GetInt32(),
            Epochs = it.GetProperty("epochs").GetInt32(),
            LearningRate = it.GetProperty("learningRate").GetDouble(),
            Decay = it.GetProperty("decay").GetDouble(),
        };
        var schedule = new LearningRateSchedule(options, it.GetProperty("stepsPerEpoch").GetInt32());

        var expected = it.GetProperty("rates").EnumerateArray().Select(rate => rate.GetDouble()).ToArray();
        Assert.Equal(12, expected.Length);
        for (var step = 0; step < expected.Length; step++)
        {
            Assert.Equal(expected[step], schedule.At(step, TrainingHistory.Empty), 1e-12);
        }
    }

    [Fact]
    public void Should_Lower_The_Rate_Each_Time_When_Validation_Stays_On_A_Plateau()
    {
        var options = new TrainingOptions { Schedule = ScheduleKind.Plateau, LearningRate = 1, PlateauPatience = 2, PlateauFactor = 0.5, Epochs = 20 };
        var schedule = new LearningRateSchedule(options, 1);
        double[] accuracies = [0.3, 0.4, 0.4, 0.4, 0.5, 0.4, 0.4, 0.4, 0.4];
        double[] expected = [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125];

        var history = TrainingHistory.Empty;
        for (var epoch = 1; epoch <= accuracies.Length; epoch++)
        {
            history = history.Append(new EpochRecord(epoch, 1, 0.5, 1, accuracies[epoch - 1], 10, 1, 1, 1));
            Assert.Equal(expected[epoch - 1], schedule.At(epoch, history), 1e-12);
        }
    }
}
