using System.Text.Json;
using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class EvaluationTests
{
    private static readonly FaceSet Training = FakeFaces.Bars(20, Split.Training);
    private static readonly FaceSet Judged = FakeFaces.Bars(60, Split.PublicTest);
    private static readonly Predictions Said = PredictionsFor(Judged);

    [Fact]
    public void Should_Hold_The_Same_Figures_As_Their_Own_Computation()
    {
        var evaluation = Evaluation.Of(Said, Judged, Training, seed: 9, resamples: 200);
        var matrix = Said.ConfusionMatrix();

        Assert.Equal(("PublicTest", Judged.Source, Judged.Sha256, 60), (evaluation.Part, evaluation.Source, evaluation.Sha256, evaluation.Count));
        Assert.Equal((Said.AccuracyInterval(), Said.TopInterval(2)), (evaluation.Accuracy, evaluation.Top2));
        Assert.Equal(
            [matrix.BalancedAccuracy(), matrix.MacroF1(), matrix.WeightedF1(), matrix.CohensKappa(), Said.LogLoss(), Said.Brier(), Said.Calibration().ExpectedError],
            new[]
            {
                evaluation.BalancedAccuracy, evaluation.MacroF1, evaluation.WeightedF1, evaluation.CohensKappa, evaluation.LogLoss, evaluation.Brier,
                evaluation.CalibrationError,
            }.Select(figure => figure.Estimate));
        Assert.Equal(Bootstrap.Of(Said, it => it.ConfusionMatrix().MacroF1(), new SeededRandom(9), 200), evaluation.MacroF1);
        Assert.Equal(Judged.ClassNames, evaluation.Classes.Select(it => it.Name));
        Assert.All(evaluation.Classes, (it, c) => Assert.Equal(
            (matrix.Faces(c), matrix.Predicted(c), matrix.PrecisionInterval(c), matrix.RecallInterval(c), matrix.F1(c)),
            (it.Faces, it.Predicted, it.Precision, it.Recall, it.F1.Estimate)));
        Assert.Equal(DeduplicatedAccuracy.Of(Said, Judged, Training), evaluation.Deduplicated);
        Assert.Empty(evaluation.FerPlus);
    }

    [Fact]
    public void Should_Judge_By_Votes_When_There_Are_Any_And_All_Classes_Are_FER_Plus()
    {
        var votes = new FaceVotes(new byte[600]);
        var voted = new FaceSet(Judged.Pixels, Judged.Labels.ToArray(), Judged.Splits.ToArray(), "voted") { Votes = votes };
        var other = new FaceSet(Judged.Pixels, Judged.Labels.ToArray(), Judged.Splits.ToArray(), "other", ["a", "b", "c", "d", "e", "f", "g"]) { Votes = votes };

        Assert.Equal(Enum.GetValues<FerPlusProtocol>(), Evaluation.Of(Said, voted, resamples: 100).FerPlus.Select(score => score.Protocol));
        Assert.Empty(Evaluation.Of(Said, other, resamples: 100).FerPlus);
        Assert.Null(Evaluation.Of(Said, voted, resamples: 100).Deduplicated);
    }

    [Fact]
    public void Should_Write_The_Documented_Schema()
    {
        var votes = new FaceVotes(new byte[600]);
        var voted = new FaceSet(Judged.Pixels, Judged.Labels.ToArray(), Judged.Splits.ToArray(), "voted") { Votes = votes };
        var evaluation = Evaluation.Of(Said, voted, Training, resamples: 100) with { Network = "small-vgg, a.safetensors" };

        using var json = JsonDocument.Parse(evaluation.ToJson());
        var root = json.RootElement;

        Assert.Equal(
            "schema network part faces sha256 n confidence bootstrap accuracy top2 balancedAccuracy macroF1 weightedF1 cohensKappa logLoss brier ece "
            + "classes confusion confusionShares reliability deduplicated ferPlus",
            Keys(root));
        Assert.Equal(("emotion-evaluation/1", "small-vgg, a.safetensors"), (root.GetProperty("schema").GetString(), root.GetProperty("network").GetString()));
        Assert.Equal("value low high right n", Keys(root.GetProperty("accuracy")));
        Assert.Equal(evaluation.Accuracy.Lower, root.GetProperty("accuracy").GetProperty("low").GetDouble());
        Assert.Equal("value low high", Keys(root.GetProperty("ece")));
        Assert.Equal("name faces predicted precision recall f1", Keys(root.GetProperty("classes")[0]));
        Assert.Equal("low high faces confidence accuracy", Keys(root.GetProperty("reliability")[14]));
        Assert.Equal("accuracy seen seenRight otherLabel", Keys(root.GetProperty("deduplicated")));
        Assert.Equal("protocol accuracy excluded unanswerable", Keys(root.GetProperty("ferPlus")[0]));
        Assert.Equal(["majority", "argMax", "anyEmotion"], root.GetProperty("ferPlus").EnumerateArray().Select(it => it.GetProperty("protocol").GetString()));
        Assert.Equal(evaluation.Confusion[2, 3], root.GetProperty("confusion")[2][3].GetInt32());
        Assert.EndsWith("}\n", evaluation.ToJson(), StringComparison.Ordinal);

        static string Keys(JsonElement it) => string.Join(' ', it.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Should_Write_Null_When_Something_Is_Undefined()
    {
        var face = Judged.Select([3]);
        var right = new Predictions([0, 0, 0, 1, 0, 0, 0], [3], 7);

        using var json = JsonDocument.Parse(Evaluation.Of(right, face, resamples: 100).ToJson());

        var root = json.RootElement;
        Assert.Equal(JsonValueKind.Null, root.GetProperty("cohensKappa").GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("classes")[0].GetProperty("recall").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("confusionShares")[0][0].ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("deduplicated").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("ferPlus").ValueKind);
    }

    [Fact]
    public void Should_Refuse_Predictions_That_Are_Not_For_These_Faces()
    {
        Assert.Equal("predictions for 60 faces of 7 classes; expected 20 of 7, those of bars (Training)", Fails(Said, Training));
        byte[] labels = [.. Judged.Labels.ToArray().Select((label, i) => i == 4 ? (byte)0 : label)];
        var other = new Predictions([.. Enumerable.Repeat(1 / 7f, 420)], labels, 7);
        Assert.Equal("example 4 has the label 0; expected 4, as in bars (PublicTest)", Fails(other, Judged));

        static string Fails(Predictions predictions, FaceSet faces) =>
            Assert.Throws<ArgumentException>(() => Evaluation.Of(predictions, faces)).Message;
    }

    private static Predictions PredictionsFor(FaceSet faces)
    {
        var random = new SeededRandom(6);
        var probabilities = new List<float>();
        foreach (var label in faces.Labels)
        {
            double[] weights = [.. Enumerable.Range(0, 7).Select(c => random.NextDouble() + (c == label ? random.NextDouble() : 0))];
            probabilities.AddRange(weights.Select(weight => (float)(weight / weights.Sum())));
        }

        return new([.. probabilities], faces.Labels.ToArray(), 7);
    }
}
