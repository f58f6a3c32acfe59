using EmotionNotebooks.Models;
using static TorchSharp.torch;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Libtorch")]
public sealed class ModelViewTests
{
    [Fact]
    public void Should_list_layers_and_totals_when_a_summary()
    {
        using var network = ModelCatalog.Find("three-block").Create(7);
        var summary = ModelSummary.Of(network);
        var lines = Shown.Plain(summary).Split('\n');

        Assert.Equal(summary.Layers.Count + 2, lines.Length);
        Assert.Matches($"^total +{summary.Parameters:N0} +{summary.MultiplyAdds:N0}$", lines[^1]);
        Assert.Contains(">Conv2d<", Shown.Html(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_the_random_numbers_alone_when_a_definition()
    {
        manual_seed(1);
        using var expected = rand(3);
        manual_seed(1);
        var text = Shown.Plain(ModelCatalog.Find("small-vgg"));
        using var actual = rand(3);

        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
        Assert.StartsWith("small-vgg\n", text, StringComparison.Ordinal);
        Assert.Matches("source +this project", text);
    }
}
