using EmotionNotebooks.Interactive.Views;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Nothing")]
public sealed class CellTextTests
{
    [Fact]
    public void Should_have_the_same_decimals_when_in_one_column()
    {
        Assert.Equal(["130.944", "48.806", "null"], CellText.Of([130.9441, 48.8056, null]));
        Assert.Equal(["0.123456", "0.000010"], CellText.Of([0.123456, 0.00001f]));
        Assert.Equal(["2", "3"], CellText.Of([2.0, 3.0]));
        Assert.Equal(["1E-05", "NaN"], CellText.Of([0.00001, double.NaN]));
        Assert.Equal(["123456.8", "NaN"], CellText.Of([123456.78, double.NaN]));
        Assert.Equal(["1.5E+12"], CellText.Of([1.5e12]));
    }

    [Fact]
    public void Should_be_short_and_plain_when_of_any_type()
    {
        Assert.Equal("2026-11-21", CellText.Of(new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("True", CellText.Of(true));
        Assert.Equal(200, CellText.Of(new string('x', 1000)).Length);
    }
}
