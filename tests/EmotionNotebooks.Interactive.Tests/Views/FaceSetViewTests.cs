using EmotionNotebooks.Data;

namespace EmotionNotebooks.Interactive.Tests.Views;

public sealed class FaceSetViewTests
{
    [Fact]
    [Trait("Needs", "Vision")]
    public void Should_show_counts_and_the_first_faces_when_shown()
    {
        var faces = Shown.Faces();
        var text = Shown.Plain(faces);

        Assert.Contains($"{faces.Count} faces of 48 × 48 grey pixels, {faces.Source}", text, StringComparison.Ordinal);
        Assert.Matches($"Class +Training +PublicTest", text);
        Assert.Matches($"all +{faces.Splits.Count(Split.Training)} +{faces.Splits.Count(Split.PublicTest)}", text);
        Assert.Contains("PrivateTest:", text, StringComparison.Ordinal);
        var html = Shown.Html(faces);
        Assert.Contains("<img alt=\"The first 10 faces of each class\"", html, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,iVBOR", html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "Vision")]
    public void Should_show_no_more_faces_than_there_are_when_few()
    {
        var one = Shown.Faces().Select([0]);

        Assert.StartsWith("1 face of", Shown.Plain(one), StringComparison.Ordinal);
        Assert.Contains("The first 1 faces of each class", Shown.Html(one), StringComparison.Ordinal);
    }
}
