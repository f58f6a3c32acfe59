using System.Xml.Linq;
using EmotionNotebooks.Interactive.Live;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Tests.Live;

[Trait("Needs", "Nothing")]
public sealed class CurveSvgTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    public void Should_be_a_drawing_of_finite_numbers_when_drawn(int epochs)
    {
        var svg = CurveSvg.Draw(Shown.History(epochs).Epochs, planned: null);

        Assert.Equal("svg", XElement.Parse(svg).Name.LocalName);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", svg, StringComparison.Ordinal);
        Assert.Equal(epochs == 0 ? 0 : 4, Lines(svg).Count);
    }

    [Fact]
    public void Should_leave_a_gap_when_a_loss_is_not_finite()
    {
        EpochRecord[] epochs = [.. Shown.History(5).Epochs];
        epochs[2] = epochs[2] with { TrainLoss = double.NaN };
        epochs[3] = epochs[3] with { ValidationLoss = double.PositiveInfinity };

        var lines = Lines(CurveSvg.Draw(epochs, planned: null));

        Assert.Equal([2, 2, 1, 1], lines.Select(line => line.Count(letter => letter == 'M')));
    }

    [Fact]
    public void Should_leave_room_when_more_epochs_are_planned()
    {
        var first = Lines(CurveSvg.Draw(Shown.History(2).Epochs, planned: 2))[0];
        var wide = Lines(CurveSvg.Draw(Shown.History(2).Epochs, planned: 100))[0];

        Assert.True(End(first) > 3 * End(wide) / 2, $"{first} / {wide}");
        static double End(string line) => double.Parse(line[(line.IndexOf('L') + 1)..].Split(' ')[0]);
    }

    private static List<string> Lines(string svg) =>
        [.. XElement.Parse(svg).Elements("path").Where(path => path.Attribute("stroke-width") is not null).Select(path => path.Attribute("d")!.Value)];
}
