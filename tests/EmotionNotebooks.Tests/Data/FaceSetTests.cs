using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data;

public sealed class FaceSetTests
{
    [Fact]
    public void Should_give_faces_labels_and_counts_as_they_were_put_in()
    {
        var set = Set([0, 3, 3], [Split.Training, Split.Training, Split.PublicTest]);

        Assert.Equal(3, set.Count);
        Assert.Equal(2, set.Face(2)[0]);
        Assert.Equal(FaceSet.PixelsPerFace, set.Face(2).Length);
        Assert.Equal([1, 0, 0, 2, 0, 0, 0], set.CountByClass());
        Assert.Equal(Emotions.Names, set.ClassNames);
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Face(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Face(-1));
    }

    [Fact]
    public void Should_take_each_part_with_its_rows_in_order()
    {
        var splits = Gen.Elements(Split.Training, Split.PublicTest).ArrayOf().Where(it => it.Length > 0);
        Prop.ForAll(splits.ToArbitrary(), PartsAreRight).QuickCheckThrowOnFailure();

        static void PartsAreRight(Split[] splits)
        {
            var set = Set([.. splits.Select((_, i) => (byte)(i % 7))], splits);
            foreach (var split in splits.Distinct())
            {
                var part = set.Part(split);
                var rows = Enumerable.Range(0, splits.Length).Where(i => splits[i] == split).ToArray();
                Assert.Equal(rows.Select(i => (byte)(i % 7)), part.Labels.ToArray());
                Assert.True(part.Splits.IndexOfAnyExcept(split) < 0);
                for (var i = 0; i < rows.Length; i++)
                    Assert.True(part.Face(i).SequenceEqual(set.Face(rows[i])));
            }
        }
    }

    [Fact]
    public void Should_share_the_pixels_of_a_part_that_stands_together()
    {
        var set = Set([0, 1, 2], [Split.Training, Split.PublicTest, Split.PublicTest]);

        Assert.True(set.Part(Split.PublicTest).Pixels.Equals(set.Pixels[FaceSet.PixelsPerFace..]));
    }

    [Fact]
    public void Should_say_which_part_is_empty()
    {
        var set = Set([0], [Split.Training]);

        Assert.Equal("test: there is no PublicTest row among its 1 faces", Fails(() => set.Part(Split.PublicTest)));
        Assert.Equal("test: there is no PrivateTest row among its 1 faces", Fails(() => set.Part(Split.PrivateTest)));
    }

    [Fact]
    public void Should_never_mix_the_final_exam_with_other_rows()
    {
        Assert.True(Set([0, 1], [Split.PrivateTest, Split.PrivateTest]).IsFinalExam);
        Assert.False(Set([0, 1], [Split.Training, Split.PublicTest]).IsFinalExam);
        foreach (var other in new[] { Split.Training, Split.PublicTest })
        {
            Assert.Contains("the final exam may not be mixed", Fails(() => Set([0, 1], [other, Split.PrivateTest])));
            Assert.Contains("the final exam may not be mixed", Fails(() => Set([0, 1], [Split.PrivateTest, other])));
        }
    }

    [Fact]
    public void Should_hash_pixels_then_labels_then_splits()
    {
        var set = Set([4, 5], [Split.Training, Split.PublicTest]);

        var expected = SHA256.HashData([.. set.Pixels.Span, 4, 5, 0, 1]);

        Assert.Equal(Convert.ToHexStringLower(expected), set.Sha256);
    }

    [Theory]
    [InlineData(0, 0, 0, "no faces")]
    [InlineData(FaceSet.PixelsPerFace + 1, 1, 1, "2305 pixel bytes for 1 labels; expected 2304")]
    [InlineData(FaceSet.PixelsPerFace, 2, 2, "2304 pixel bytes for 2 labels; expected 4608")]
    [InlineData(FaceSet.PixelsPerFace, 1, 2, "2 splits for 1 labels")]
    public void Should_refuse_lengths_that_disagree(int pixels, int labels, int splits, string expected) =>
        Assert.Contains(expected, Fails(() => new FaceSet(new byte[pixels], new byte[labels], new Split[splits], "test")));

    [Fact]
    public void Should_refuse_unknown_labels_and_splits()
    {
        Assert.Equal("test: face 1 has label 7; expected 0 to 6", Fails(() => Set([0, 7], new Split[2])));
        Assert.Equal("test: face 1 has split 3; expected Training, PublicTest or PrivateTest", Fails(() => Set([0, 0], [0, (Split)3])));
    }

    [Fact]
    public void Should_take_class_names_of_its_own_and_check_them()
    {
        var two = new FaceSet(new byte[FaceSet.PixelsPerFace], new byte[] { 1 }, new Split[1], "test", ["calm", "tense"]);
        Assert.Equal([0, 1], two.CountByClass());

        Assert.Contains("stands twice", Assert.Throws<ArgumentException>(() => Named("a", "a")).Message);
        Assert.Contains("class name 1 is blank", Assert.Throws<ArgumentException>(() => Named("a", " ")).Message);
        Assert.Contains("0 class names", Assert.Throws<ArgumentException>(() => Named()).Message);

        static FaceSet Named(params string[] names) => new(new byte[FaceSet.PixelsPerFace], new byte[1], new Split[1], "test", names);
    }

    private static string Fails(Func<FaceSet> make) => Assert.Throws<FaceDataException>(make).Message;

    // Face i is filled with i.
    private static FaceSet Set(byte[] labels, Split[] splits)
    {
        var pixels = new byte[labels.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(i / FaceSet.PixelsPerFace);
        return new(pixels, labels, splits, "test");
    }
}
