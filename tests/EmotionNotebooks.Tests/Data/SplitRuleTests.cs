namespace EmotionNotebooks.Tests.Data;

public sealed class SplitRuleTests
{
    [Fact]
    public void Should_Train_On_Training_And_Select_On_PublicTest_When_It_Is_The_Protocol()
    {
        var split = SplitRule.Protocol.Apply(FakeFaces.Mixed(70, 21), seed: 1);

        Assert.All(split.Training.Splits.ToArray(), s => Assert.Equal(Split.Training, s));
        Assert.All(split.Validation.Splits.ToArray(), s => Assert.Equal(Split.PublicTest, s));
        Assert.Equal((70, 21), (split.Training.Count, split.Validation.Count));
        Assert.Null(split.Test);
    }

    [Fact]
    public void Should_Use_Every_Face_Once_With_The_Same_Class_Shares_When_Pooled()
    {
        var faces = FakeFaces.Mixed(700, 210);

        var split = SplitRule.Pooled(0.1, 0.1).Apply(faces, seed: 3);

        FaceSet[] parts = [split.Training, split.Validation, split.Test!];
        Assert.Equal([728, 91, 91], parts.Select(part => part.Count));
        Assert.All(parts, part => Assert.Single(part.CountByClass().Distinct()));
        var seen = parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(i => Convert.ToHexString(part.Face(i))));
        var all = Enumerable.Range(0, faces.Count).Select(i => Convert.ToHexString(faces.Face(i)));
        Assert.Equal(all.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Contains("PublicTest was in training", split.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_Divide_The_Same_Way_When_The_Seed_Is_The_Same()
    {
        var faces = FakeFaces.Mixed(140, 70);
        string Test(ulong seed) => SplitRule.Pooled(0.2, 0.2).Apply(faces, seed).Test!.Sha256;

        Assert.Equal(Test(1), Test(1));
        Assert.NotEqual(Test(1), Test(2));
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.1, -0.1)]
    [InlineData(0.6, 0.4)]
    public void Should_Refuse_Shares_That_Leave_A_Part_Empty(double validation, double test)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SplitRule.Pooled(validation, test));
    }

    [Fact]
    public void Should_Say_So_When_There_Are_Too_Few_Faces()
    {
        var error = Assert.Throws<FaceDataException>(() => SplitRule.Pooled(0.1, 0.1).Apply(FakeFaces.Mixed(7, 7), seed: 1));

        Assert.Contains("too few to divide", error.Message, StringComparison.Ordinal);
    }
}
