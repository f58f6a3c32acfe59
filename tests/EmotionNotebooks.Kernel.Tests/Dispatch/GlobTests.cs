using EmotionNotebooks.Kernel.Dispatch;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

[Trait("Needs", "Nothing")]
public sealed class GlobTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "a\nb", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abbcd", false)]
    [InlineData("*ab*ab", "abxabyab", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[^a-c]x", "dx", true)]
    [InlineData("[]]", "]", true)]
    [InlineData("[", "[", true)]
    [InlineData("x[0]", "x0", true)]
    [InlineData("A", "a", false)]
    public void Should_Match_As_Shells_Do(string pattern, string text, bool matches) => Assert.Equal(matches, Glob.Matches(pattern, text));

    [Fact]
    public void Should_Be_Quick_When_A_Pattern_Has_Many_Stars() =>
        Assert.False(Glob.Matches(string.Concat(Enumerable.Repeat("a*", 40)) + "b", new string('a', 2_000)));
}
