using EmotionNotebooks.Data;
using EmotionNotebooks.Explain;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Vision")]
public sealed class ExplanationViewTests
{
    private static readonly HeatMap Map = new(Enumerable.Range(0, FaceSet.PixelsPerFace).Select(i => i == 100 ? 0.5f : 0).ToArray());

    private static readonly FaceExplanation Explanation = new("row 5", new byte[FaceSet.PixelsPerFace], "sad", "fear", 0.8, "fear", 0.8, Map, Map);

    [Fact]
    public void Should_be_a_sheet_with_words_when_shown()
    {
        Assert.Equal("row 5, label sad: fear 80.0%; explained: fear 80.0%; largest drop under occlusion 50.0%", Shown.Plain(Explanation));
        Assert.Contains("<img alt=\"row 5, label sad", Shown.Html(Explanation), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_one_sheet_when_several()
    {
        FaceExplanation[] several = [Explanation, Explanation with { Origin = "row 6" }];

        Assert.Single(Shown.Html(several).Split("<img").Skip(1));
        Assert.Equal(2, Shown.Plain(several).Split('\n').Length);
        Assert.Contains("no face is explained", Shown.Html(Array.Empty<FaceExplanation>()), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_where_the_weight_is_when_a_map()
    {
        Assert.Equal("heat map of 48 × 48, highest value 0.500, centre at column 4.5, row 2.5", Shown.Plain(Map));
        Assert.Contains("<img", Shown.Html(Map), StringComparison.Ordinal);
    }
}
