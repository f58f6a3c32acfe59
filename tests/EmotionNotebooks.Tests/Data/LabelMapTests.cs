namespace EmotionNotebooks.Tests.Data;

public sealed class LabelMapTests
{
    private static readonly FaceSet Three = Named("calm", "tense", "asleep");

    [Fact]
    public void Should_rename_join_and_leave_out_when_rules_say_so()
    {
        var mapped = LabelMap.Parse(["CALM=Happiness", "tense = angry", "asleep="]).Apply(Three);

        Assert.Equal(["angry", "happy"], mapped.ClassNames);
        Assert.Equal([1, 0, 1, 0], mapped.Labels.ToArray());
        Assert.Equal(["row 1", "row 2", "row 4", "row 5"], Enumerable.Range(0, 4).Select(i => mapped.Origins[i]));
        Assert.True(mapped.Face(2).SequenceEqual(Three.Face(3)));
    }

    [Fact]
    public void Should_give_the_set_itself_when_no_rule_is_about_it() =>
        Assert.Same(Three, LabelMap.Parse(["contempt=disgust"]).Apply(Three));

    [Theory]
    [InlineData("contempt", "expected from=to")]
    [InlineData("=sad", "expected from=to")]
    [InlineData("a=b=c", "expected from=to")]
    public void Should_say_what_a_rule_looks_like_when_it_has_another_form(string rule, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => LabelMap.Parse([rule])).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_refuse_a_second_rule_for_a_class_under_its_synonym() =>
        Assert.Contains("has a rule already", Assert.Throws<ArgumentException>(() => LabelMap.Parse(["happy=sad", "Joy=sad"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_refuse_rules_that_leave_nothing() =>
        Assert.Contains("leave all 6 faces out",
            Assert.Throws<FaceDataException>(() => LabelMap.Parse(["calm=", "tense=", "asleep="]).Apply(Three)).Message, StringComparison.Ordinal);

    private static FaceSet Named(params string[] names)
    {
        var bars = FakeFaces.Bars(6, Split.Training);
        return new(bars.Pixels, new byte[] { 0, 1, 2, 0, 1, 2 }, bars.Splits.ToArray(), "three", names);
    }
}
