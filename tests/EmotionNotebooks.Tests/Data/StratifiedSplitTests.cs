using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Tests.Data;

public sealed class StratifiedSplitTests
{
    [Fact]
    public void Should_give_each_class_its_shares_when_pictures_differ()
    {
        var faces = FakeFaces.Bars(700, Split.Training);

        var splits = StratifiedSplit.Divide(faces, validation: 0.1, test: 0.2, seed: 1);

        for (var label = 0; label < Emotions.Count; label++)
        {
            var own = Enumerable.Range(0, faces.Count).Where(i => faces.Labels[i] == label).Select(i => splits[i]).ToArray();
            Assert.Equal((70, 10, 20), (own.Count(s => s == Split.Training), own.Count(s => s == Split.PublicTest), own.Count(s => s == Split.PrivateTest)));
        }
    }

    [Fact]
    public void Should_keep_identical_pictures_on_one_side_even_under_other_labels()
    {
        var random = new SeededRandom(5);
        var once = FakeFaces.Bars(300, Split.Training);
        // 600 faces that show 300 pictures, some of them five times, some never.
        var rows = Enumerable.Range(0, 600).Select(_ => random.NextInt(150) * random.NextInt(3) % 300).ToArray();
        var faces = once.Select(rows);
        var labels = faces.Labels.ToArray();
        for (var i = 0; i < labels.Length; i += 10)
            labels[i] = (byte)((labels[i] + 1) % Emotions.Count);
        faces = new FaceSet(faces.Pixels, labels, faces.Splits.ToArray(), "repeated");

        var splits = StratifiedSplit.Divide(faces, 0.15, 0.15, seed: 2);

        var groups = DuplicateGroups.Find(faces);
        Assert.True(groups.Repeated.Count > 50, "the case needs repeated pictures");
        Assert.All(groups.Repeated, group => Assert.Single(group.Select(face => splits[face]).Distinct()));
        Assert.True(splits.Count(s => s == Split.PublicTest) > 30 && splits.Count(s => s == Split.PrivateTest) > 30);
    }

    [Fact]
    public void Should_depend_on_the_seed_alone()
    {
        var faces = FakeFaces.Bars(140, Split.Training);
        Split[] Divide(ulong seed) => StratifiedSplit.Divide(faces, 0.1, 0.1, seed);

        Assert.Equal(Divide(1), Divide(1));
        Assert.NotEqual(Divide(1), Divide(2));
    }

    [Theory]
    [InlineData(-0.1, 0.1)]
    [InlineData(0.1, -0.1)]
    [InlineData(0.5, 0.5)]
    public void Should_refuse_shares_that_leave_nothing_to_train_on(double validation, double test) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Divide(FakeFaces.Bars(7, Split.Training), validation, test, 1));
}
