using EmotionNotebooks.Training;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Training;

[Trait("Needs", "Nothing")]
public sealed class TrainingHistoryTests
{
    private static readonly Gen<double> Losses =
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(Math.Abs),
            Gen.Elements(0, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity));

    private static readonly Gen<double> Amounts =
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(Math.Abs);

    // All 53 bits of the mantissa, so that a writer that rounds is caught.
    private static readonly Gen<double> Shares =
        Gen.OneOf(
            Gen.Choose(0, int.MaxValue).SelectMany(high => Gen.Choose(0, (1 << 22) - 1).Select(low => ((high * (double)(1 << 22)) + low) / (1L << 53))),
            Gen.Elements(0.0, 1.0, 1 / 3.0));

    private static readonly Gen<TrainingHistory> Histories =
        (from step in Gen.Choose(1, 5)
         from trainLoss in Losses
         from trainAccuracy in Shares
         from validationLoss in Losses
         from validationAccuracy in Shares
         from count in Gen.Choose(1, int.MaxValue)
         from rate in Amounts
         from seconds in Amounts
         from speed in Amounts
         select (Step: step, Record: new EpochRecord(1, trainLoss, trainAccuracy, validationLoss, validationAccuracy, count, rate, seconds, speed)))
        .ListOf()
        .Select(steps =>
        {
            var number = 0;
            return new TrainingHistory(steps.Select(step => step.Record with { Epoch = number += step.Step }));
        });

    [Fact]
    public void Should_read_back_exactly_what_csv_holds() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
            TrainingHistory.FromCsv(history.ToCsv()).Epochs.SequenceEqual(history.Epochs)).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_read_back_exactly_what_json_holds() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
            TrainingHistory.FromJson(history.ToJson()).Epochs.SequenceEqual(history.Epochs)).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_find_the_best_epoch_as_a_sort_does() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
            history.Best == history.Epochs
                .OrderByDescending(e => e.ValidationAccuracy)
                // A loss that is not a number is never the lower one.
                .ThenBy(e => double.IsNaN(e.ValidationLoss) ? double.PositiveInfinity : e.ValidationLoss)
                .ThenBy(e => e.Epoch)
                .FirstOrDefault()).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_read_csv_with_windows_line_ends_and_mark()
    {
        var history = Two();
        var text = "\uFEFF" + history.ToCsv().Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(history.Epochs, TrainingHistory.FromCsv(text).Epochs);
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".json")]
    [InlineData(".JSON")]
    public void Should_replace_the_file_and_leave_nothing_beside_it_when_saved_twice(string extension)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "new", "run" + extension);
        TrainingHistory.Empty.Save(path);
        Two().Save(path);
        Assert.Equal(Two().Epochs, TrainingHistory.Load(path).Epochs);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Should_name_the_formats_when_the_extension_is_another()
    {
        var error = Assert.Throws<ArgumentException>(() => Two().Save("run.xml"));
        Assert.Contains(".csv or .json", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TrainingHistory.Load("run"));
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("epoch,loss\n1,2\n", "line 1")]
    [InlineData("HEADER\n1,1,0.5,1,0.5,10,0.1,1\n", "line 2")]
    [InlineData("HEADER\n1,1,0.5,1,0.5,10,0.1,1,1\nx,1,0.5,1,0.5,10,0.1,1,1\n", "line 3")]
    [InlineData("HEADER\n1,1,1.5,1,0.5,10,0.1,1,1\n", "TrainAccuracy must be from 0 to 1")]
    [InlineData("HEADER\n1,1,0.5,1,NaN,10,0.1,1,1\n", "ValidationAccuracy must be from 0 to 1")]
    [InlineData("HEADER\n1,-1,0.5,1,0.5,10,0.1,1,1\n", "TrainLoss must not be negative")]
    [InlineData("HEADER\n1,1,0.5,1,0.5,10,Infinity,1,1\n", "LearningRate must be finite")]
    [InlineData("HEADER\n0,1,0.5,1,0.5,10,0.1,1,1\n", "line 2")]
    [InlineData("HEADER\n99999999999,1,0.5,1,0.5,10,0.1,1,1\n", "line 2")]
    [InlineData("HEADER\n2,1,0.5,1,0.5,10,0.1,1,1\n2,1,0.5,1,0.5,10,0.1,1,1\n", "Epoch 2 comes after epoch 2")]
    [InlineData("HEADER\n\n1,1,0.5,1,0.5,10,0.1,1,1\n", "line 2")]
    public void Should_say_where_when_csv_is_bad(string text, string message)
    {
        var header = TrainingHistory.Empty.ToCsv().TrimEnd();
        var error = Assert.Throws<InvalidDataException>(() =>
            TrainingHistory.FromCsv(text.Replace("HEADER", header, StringComparison.Ordinal)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("[{\"epoch\":1}]")]
    public void Should_refuse_json_that_is_no_history(string text) =>
        Assert.Throws<InvalidDataException>(() => TrainingHistory.FromJson(text));

    [Theory]
    [InlineData("\"trainAccuracy\": 0.5", "\"trainAccuracy\": 2")]
    [InlineData("\"epoch\": 1", "\"epoch\": 0")]
    [InlineData("\"epoch\": 2", "\"epoch\": 1")]
    [InlineData("\"epoch\": 2", "\"epoch\": 2, \"extra\": 1")]
    [InlineData("\"learningRate\": 0.1", "\"learningRate\": \"NaN\"")]
    public void Should_refuse_json_with_bad_values(string good, string bad)
    {
        var text = Two().ToJson();
        Assert.Contains(good, text, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => TrainingHistory.FromJson(text.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_name_the_file_when_it_is_bad()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("run.json");
        File.WriteAllText(path, "[");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => TrainingHistory.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_the_shorter_history_as_it_was_when_appended_to()
    {
        var one = new TrainingHistory(Two().Epochs.Take(1));
        var two = one.Append(Two().Last!);
        Assert.Equal((1, 2), (one.Count, two.Count));
        Assert.Throws<ArgumentException>(() => two.Append(Two().Epochs[0]));
    }

    [Fact]
    public void Should_check_values_when_copied()
    {
        var record = Two().Epochs[0];
        Assert.Throws<ArgumentOutOfRangeException>(() => record with { ValidationCount = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => record with { Seconds = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => record with { ImagesPerSecond = double.NaN });
    }

    private static TrainingHistory Two() => new(
    [
        new EpochRecord(1, 1.5, 0.5, 1.6, 0.4, 10, 0.1, 2, 300),
        new EpochRecord(2, 1.2, 0.6, 1.4, 0.5, 10, 0.01, 2, 310),
    ]);
}
