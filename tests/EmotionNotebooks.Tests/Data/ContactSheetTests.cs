using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EmotionNotebooks.Tests.Data;

public sealed class ContactSheetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_place_each_class_in_its_row_behind_its_name(int zoom)
    {
        var faces = Faces();
        using var sheet = ContactSheet.Draw(faces, perClass: 2, zoom);

        var cell = FaceSet.Side * zoom + 2;
        var label = sheet.Width - 2 * cell;
        Assert.Equal(7 * cell + 2, sheet.Height);
        for (var row = 0; row < 7; row++)
        {
            var middle = 2 + row * cell + cell / 2;
            // The first two faces of the class, in order; class 6 has only one, class 0 has three.
            Assert.Equal(10 * row + 100, sheet[label + cell / 2, middle].PackedValue);
            Assert.Equal(row == 6 ? 255 : 10 * row + 101, sheet[label + cell + cell / 2, middle].PackedValue);
            Assert.True(Ink(sheet, 0, label, 2 + row * cell, cell) > 20 * zoom * zoom, "no name");
        }
    }

    [Fact]
    public void Should_enlarge_pixels_to_squares()
    {
        var pixels = new byte[FaceSet.PixelsPerFace];
        pixels[1] = 77;
        var one = new FaceSet(pixels, new byte[1], new Split[1], "test", ["a"]);
        using var sheet = ContactSheet.Draw(one, 1, 4);

        var left = sheet.Width - FaceSet.Side * 4 - 2;
        for (var y = 0; y < 5; y++)
        {
            for (var x = 0; x < 12; x++)
                Assert.Equal(y < 4 && x is >= 4 and < 8 ? 77 : 0, sheet[left + x, 2 + y].PackedValue);
        }
    }

    [Fact]
    public void Should_write_every_letter_differently_and_a_box_for_what_it_does_not_know()
    {
        const string known = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
        var shapes = known.Select(letter => Shape($"{letter}")).ToArray();

        Assert.Equal(known.Length, shapes.Distinct().Count());
        Assert.Equal(Shape("a"), Shape("A"));
        Assert.Equal(Shape("é"), Shape("ß"));
        Assert.DoesNotContain(Shape("é"), shapes);

        static string Shape(string name)
        {
            var set = new FaceSet(new byte[FaceSet.PixelsPerFace], new byte[1], new Split[1], "test", [name]);
            using var sheet = ContactSheet.Draw(set, 1, 1);
            var dots = new List<int>();
            for (var i = 0; i < 14 * sheet.Height; i++)
            {
                if (sheet[i % 14, i / 14].PackedValue == 0)
                    dots.Add(i);
            }

            return string.Join(',', dots);
        }
    }

    [Fact]
    [Trait("Needs", "Vision")]
    public void Should_save_a_png_and_leave_nothing_else_behind()
    {
        var folder = Directory.CreateTempSubdirectory("sheet-");
        try
        {
            var path = Path.Combine(folder.FullName, "sheet.png");
            File.WriteAllText(path, "what was there before");
            ContactSheet.Save(Faces(), path, 2, 1);

            using var saved = Image.Load<L8>(path);
            using var drawn = ContactSheet.Draw(Faces(), 2, 1);
            for (var i = 0; i < drawn.Width * drawn.Height; i++)
                Assert.Equal(drawn[i % drawn.Width, i / drawn.Width], saved[i % drawn.Width, i / drawn.Width]);
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Should_refuse_numbers_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Draw(Faces(), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Draw(Faces(), 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Draw(Faces(), 1, 17));
    }

    private static int Ink(Image<L8> sheet, int left, int right, int top, int height)
    {
        var dots = 0;
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < right; x++)
                dots += sheet[x, y].PackedValue == 0 ? 1 : 0;
        }

        return dots;
    }

    // Two faces per class, three of class 0 and one of class 6, each of one grey: 100 + 10·class + its number.
    private static FaceSet Faces()
    {
        byte[] labels = [6, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 0];
        var seen = new int[7];
        var pixels = new byte[labels.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < labels.Length; i++)
            pixels.AsSpan(i * FaceSet.PixelsPerFace, FaceSet.PixelsPerFace).Fill((byte)(100 + 10 * labels[i] + seen[labels[i]]++));
        return new(pixels, labels, new Split[labels.Length], "test");
    }
}
