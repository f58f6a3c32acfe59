using EmotionNotebooks.Explain;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Tests.Explain;

public sealed class ExplanationSheetTests
{
    [Fact]
    public void Should_Leave_The_Face_Grey_Where_Nothing_Is_And_Colour_It_Where_Something_Is()
    {
        var values = new float[48 * 48];
        values[(30 * 48) + 10] = 0.2f;
        values[(30 * 48) + 11] = 0.1f;

        using var picture = ExplanationSheet.Overlay(Enumerable.Repeat((byte)90, 48 * 48).ToArray(), new HeatMap(values), 2);

        Assert.Equal((96, 96), (picture.Width, picture.Height));
        Assert.Equal(new Rgb24(90, 90, 90), picture[0, 0]);
        // The highest value has the brightest colour, whatever it is: four fifths of (252, 245, 130) over 90.
        Assert.Equal(new Rgb24(220, 214, 122), picture[21, 61]);
        Assert.Equal(picture[21, 61], picture[20, 60]);
        Assert.NotEqual(picture[22, 60], picture[24, 60]);
        Assert.True(picture[22, 60].R > picture[22, 60].B);
    }

    [Fact]
    public void Should_Grow_Lighter_From_Value_To_Value()
    {
        var lightness = Enumerable.Range(0, 101).Select(i => HeatColours.Over(60, i / 100.0)).Select(c => (0.2126 * c.R) + (0.7152 * c.G) + (0.0722 * c.B)).ToArray();

        // Off the grey it first grows darker; from there on it rises.
        var darkest = Array.IndexOf(lightness, lightness.Min());
        Assert.InRange(darkest, 0, 20);
        Assert.All(Enumerable.Range(darkest, 100 - darkest), i => Assert.True(lightness[i + 1] >= lightness[i] - 0.8, $"{i}: {lightness[i]}, then {lightness[i + 1]}"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public void Should_Place_Face_And_Maps_In_Their_Cells(int count, int columns)
    {
        var all = Enumerable.Range(0, count).Select(i => One($"row {i + 1}", (byte)(100 + i))).ToArray();

        using var sheet = ExplanationSheet.Draw(all, 2);

        const int step = 98, captions = 40;
        var width = (sheet.Width - 8) / columns;
        Assert.Equal(8 + ((count + columns - 1) / columns * (captions + step + 8)), sheet.Height);
        for (var i = 0; i < count; i++)
        {
            var (left, top) = (8 + (i % columns * width), 8 + (i / columns * (captions + step + 8)) + captions);
            var grey = new Rgb24((byte)(100 + i), (byte)(100 + i), (byte)(100 + i));
            Assert.Equal((grey, grey, grey), (sheet[left + 90, top + 90], sheet[left + step + 90, top + 90], sheet[left + (2 * step) + 90, top + 90]));
            Assert.Equal(grey, sheet[left, top]);
            Assert.NotEqual(grey, sheet[left + step, top]); // Grad-CAM's spot
            Assert.NotEqual(grey, sheet[left + (2 * step) + 2, top]); // occlusion's
            Assert.Equal(grey, sheet[left + (2 * step), top]);
        }
    }

    [Fact]
    public void Should_Write_The_Caption_In_Red_When_The_Label_Says_Otherwise()
    {
        Assert.Equal((false, true, false), (IsRed(One("a", 90)), IsRed(One("a", 90) with { Label = "sad" }), IsRed(One("a", 90) with { Label = null })));

        static bool IsRed(FaceExplanation one)
        {
            using var sheet = ExplanationSheet.Draw([one]);
            var ink = Enumerable.Range(0, sheet.Width * 40).Select(i => sheet[i % sheet.Width, 8 + (i / sheet.Width)]).Where(pixel => pixel != new Rgb24(255, 255, 255)).ToArray();
            Assert.True(ink.Length > 100);
            return ink.All(pixel => pixel.R > 150);
        }
    }

    [Fact]
    public void Should_Widen_When_A_Caption_Is_Long_And_Shorten_Paths()
    {
        using var narrow = ExplanationSheet.Draw([One("row 1", 90)], 1);
        using var wide = ExplanationSheet.Draw([One("row 1", 90) with { Predicted = "surprise", Explained = "neutral", Label = "surprise" }], 1);
        using var path = ExplanationSheet.Draw([One(new string('x', 500), 90)], 1);

        Assert.True(wide.Width > narrow.Width);
        Assert.True(path.Width < 600, $"{path.Width}");
    }

    [Fact]
    public void Should_Refuse_What_Cannot_Be_Drawn()
    {
        Assert.Throws<ArgumentException>(() => ExplanationSheet.Draw([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExplanationSheet.Draw([One("a", 1)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExplanationSheet.Draw([One("a", 1)], 17));
        Assert.Throws<ArgumentException>(() => ExplanationSheet.Overlay(new byte[3], new HeatMap(new float[48 * 48])));
    }

    [Fact]
    [Trait("Needs", "Vision")]
    public void Should_Save_A_Png_And_Leave_Nothing_Else_Behind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("sheet.png");

        ExplanationSheet.Save([One("row 1", 77)], path, 1);

        using var saved = Image.Load<L8>(path);
        using var drawn = ExplanationSheet.Draw([One("row 1", 77)], 1);
        Assert.Equal((drawn.Width, drawn.Height), (saved.Width, saved.Height));
        Assert.Equal(77, saved[8 + 20, 8 + 40 + 20].PackedValue);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    // A face of one grey; Grad-CAM sees its first pixel, occlusion its second.
    private static FaceExplanation One(string origin, byte grey) => new(
        origin, Enumerable.Repeat(grey, 48 * 48).ToArray(), "happy", "happy", 0.9, "happy", 0.9, Spot(0), Spot(1));

    private static HeatMap Spot(int index)
    {
        var values = new float[48 * 48];
        values[index] = 1;
        return new(values);
    }
}
