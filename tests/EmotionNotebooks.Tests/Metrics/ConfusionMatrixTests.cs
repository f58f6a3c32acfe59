using EmotionNotebooks.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Metrics;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Should_Leave_Undefined_What_Would_Divide_By_Zero()
    {
        // Label 1 has no face; class 2 was never predicted.
        var matrix = new ConfusionMatrix(new[,] { { 3, 1, 0 }, { 0, 0, 0 }, { 2, 0, 0 } });

        Assert.Equal((null, null, null), (matrix.Recall(1), matrix.RecallInterval(1), matrix.Share(1, 0)));
        Assert.Equal((null, null), (matrix.Precision(2), matrix.PrecisionInterval(2)));
        Assert.Equal((0, 0), (matrix.F1(1), matrix.F1(2)));
        Assert.Equal((0.75 + 0) / 2, matrix.BalancedAccuracy());
        Assert.Equal((2 * 3 / 9.0 + 0 + 0) / 3, matrix.MacroF1(), 1e-12);
        Assert.Equal(4 * (6 / 9.0) / 6, matrix.WeightedF1(), 1e-12);
    }

    [Fact]
    public void Should_Leave_A_Class_Out_Of_Macro_F1_When_It_Neither_Occurs_Nor_Is_Predicted()
    {
        var matrix = new ConfusionMatrix(new[,] { { 2, 0, 0 }, { 0, 2, 0 }, { 0, 0, 0 } });

        Assert.Null(matrix.F1(2));
        Assert.Equal((1, 1, 1), (matrix.MacroF1(), matrix.BalancedAccuracy(), matrix.WeightedF1()));
    }

    [Fact]
    public void Should_Have_No_Kappa_When_There_Is_One_Class_And_Nothing_Else_Is_Predicted()
    {
        Assert.Null(new ConfusionMatrix(new[,] { { 5, 0 }, { 0, 0 } }).CohensKappa());
        Assert.Equal(0, new ConfusionMatrix(new[,] { { 0, 1 }, { 0, 0 } }).CohensKappa());
        Assert.Equal(-1, new ConfusionMatrix(new[,] { { 0, 4 }, { 4, 0 } }).CohensKappa());
        Assert.Equal(1, new ConfusionMatrix(new[,] { { 3, 0 }, { 0, 4 } }).CohensKappa());
    }

    [Fact]
    public void Should_Not_Be_Changed_Through_The_Arrays_It_Was_Made_Of_Or_Gave()
    {
        var counts = new[,] { { 1, 2 }, { 3, 4 } };
        var matrix = new ConfusionMatrix(counts);
        counts[0, 0] = 9;
        matrix.ToArray()[0, 0] = 9;

        Assert.Equal((1, 10, 5), (matrix[0, 0], matrix.Total, matrix.Correct));
    }

    [Fact]
    public void Should_Permute_The_Figures_Of_Classes_And_Keep_The_Others_When_Classes_Are_Renumbered()
    {
        Prop.ForAll(RandomPredictions.Arbitrary, Holds).QuickCheckThrowOnFailure();

        static void Holds(Predictions predictions)
        {
            var matrix = predictions.ConfusionMatrix();
            var classes = matrix.ClassCount;
            int[] order = [.. Enumerable.Range(0, classes)];
            new SeededRandom(3).Shuffle(order.AsSpan());
            var counts = new int[classes, classes];
            for (var label = 0; label < classes; label++)
            {
                for (var c = 0; c < classes; c++)
                    counts[order[label], order[c]] = matrix[label, c];
            }

            var turned = new ConfusionMatrix(counts);
            for (var c = 0; c < classes; c++)
            {
                Assert.Equal((matrix.Precision(c), matrix.Recall(c), matrix.F1(c)),
                    (turned.Precision(order[c]), turned.Recall(order[c]), turned.F1(order[c])));
            }

            Assert.Equal(matrix.Accuracy(), turned.Accuracy());
            Assert.Equal(matrix.BalancedAccuracy(), turned.BalancedAccuracy(), 1e-12);
            Assert.Equal(matrix.MacroF1(), turned.MacroF1(), 1e-12);
            Assert.Equal(matrix.WeightedF1(), turned.WeightedF1(), 1e-12);
            Assert.Equal(matrix.CohensKappa() ?? 7, turned.CohensKappa() ?? 7, 1e-12);
        }
    }

    [Fact]
    public void Should_Stay_In_Range_And_Agree_With_Each_Other()
    {
        Prop.ForAll(RandomPredictions.Arbitrary, Holds).QuickCheckThrowOnFailure();

        static void Holds(Predictions predictions)
        {
            var matrix = predictions.ConfusionMatrix();
            Assert.Equal(predictions.Correct, matrix.Correct);
            Assert.InRange(matrix.BalancedAccuracy(), 0, 1);
            Assert.InRange(matrix.MacroF1(), 0, 1);
            Assert.InRange(matrix.WeightedF1(), 0, 1);
            Assert.InRange(matrix.CohensKappa() ?? 0, -1, 1);
            for (var c = 0; c < matrix.ClassCount; c++)
            {
                if (matrix.Precision(c) is { } precision && matrix.Recall(c) is { } recall && precision + recall > 0)
                    Assert.Equal(2 * precision * recall / (precision + recall), matrix.F1(c)!.Value, 1e-12);
                if (matrix.Faces(c) > 0)
                    Assert.Equal(1, Enumerable.Range(0, matrix.ClassCount).Sum(p => matrix.Share(c, p)!.Value), 1e-12);
            }
        }
    }

    [Fact]
    public void Should_Refuse_Counts_That_Are_No_Confusion_Matrix()
    {
        Assert.StartsWith("2×3 counts; expected as many rows as columns, at least 2", Fails(new int[2, 3]), StringComparison.Ordinal);
        Assert.StartsWith("1×1 counts; expected as many rows as columns, at least 2", Fails(new[,] { { 1 } }), StringComparison.Ordinal);
        Assert.StartsWith("no face; expected at least one", Fails(new int[2, 2]), StringComparison.Ordinal);
        Assert.StartsWith("-1 faces of label 0 predicted as 1; expected at least 0", Fails(new[,] { { 3, -1 }, { 0, 0 } }), StringComparison.Ordinal);

        static string Fails(int[,] counts) => Assert.Throws<ArgumentException>(() => new ConfusionMatrix(counts)).Message;
    }
}
