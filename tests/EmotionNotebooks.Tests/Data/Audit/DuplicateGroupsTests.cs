using System.Security.Cryptography;
using EmotionNotebooks.Data.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace EmotionNotebooks.Tests.Data.Audit;

public sealed class DuplicateGroupsTests
{
    [Fact]
    public void Should_Group_Faces_When_Every_Byte_Is_The_Same_Whatever_Their_Labels_And_Splits()
    {
        var faces = Pictures(5, 9, 5, 7, 9, 5);

        var groups = DuplicateGroups.Find(faces);

        Assert.Equal([0, 1, 0, 2, 1, 0], groups.GroupOf.ToArray());
        Assert.Equal(3, groups.Count);
        Assert.Equal([[0, 2, 5], [1, 4]], groups.Repeated);
    }

    [Fact]
    public void Should_Agree_With_Comparing_Each_Pair()
    {
        var pictures = Gen.Choose(0, 5).ArrayOf().Where(it => it.Length > 0);
        Prop.ForAll(pictures.ToArbitrary(), Agrees).QuickCheckThrowOnFailure();

        static void Agrees(int[] pictures)
        {
            var groups = DuplicateGroups.Find(Pictures(pictures));
            for (var a = 0; a < pictures.Length; a++)
            {
                for (var b = 0; b < pictures.Length; b++)
                    Assert.Equal(pictures[a] == pictures[b], groups.GroupOf[a] == groups.GroupOf[b]);
            }

            Assert.Equal(pictures.Distinct().Count(), groups.Count);
            Assert.Equal(pictures.Distinct().Where(p => pictures.Count(q => q == p) > 1),
                groups.Repeated.Select(group => pictures[group[0]]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(FaceSet.PixelsPerFace - 1)]
    public void Should_Keep_Faces_Apart_When_One_Pixel_Differs(int pixel)
    {
        var pixels = new byte[2 * FaceSet.PixelsPerFace];
        pixels[FaceSet.PixelsPerFace + pixel] = 1;

        var groups = DuplicateGroups.Find(new FaceSet(pixels, new byte[2], new Split[2], "test"));

        Assert.Equal(2, groups.Count);
        Assert.Empty(groups.Repeated);
    }

    [Fact]
    public void Should_Join_Chains_Of_Pairs_When_Groups_Are_Made_Of_Pairs()
    {
        var groups = DuplicateGroups.Join(7, [(5, 6), (4, 3), (1, 4), (6, 3)]);

        Assert.Equal([0, 1, 2, 1, 1, 1, 1], groups.GroupOf.ToArray());
        Assert.Equal([[1, 3, 4, 5, 6]], groups.Repeated);
    }

    [Fact]
    [Trait("Needs", "Data")]
    public void Should_Find_As_Many_Pictures_In_FER2013_As_A_Set_Of_Their_Bytes_Has()
    {
        Assert.SkipWhen(RealData.Fer2013() is null, RealData.Absent);
        var faces = FaceFile.Read(RealData.Fer2013()!);

        var groups = DuplicateGroups.Find(faces);

        var sets = Enumerable.Range(0, faces.Count).Select(i => Convert.ToBase64String(SHA256.HashData(faces.Face(i)))).Distinct().Count();
        Assert.Equal(sets, groups.Count);
    }

    // Face i shows picture number pictures[i]; labels and splits differ from face to face.
    private static FaceSet Pictures(params int[] pictures)
    {
        var pixels = new byte[pictures.Length * FaceSet.PixelsPerFace];
        for (var i = 0; i < pictures.Length; i++)
        {
            for (var p = 0; p < FaceSet.PixelsPerFace; p++)
                pixels[i * FaceSet.PixelsPerFace + p] = (byte)(p * 7 + pictures[i]);
        }

        return new(pixels, pictures.Select((_, i) => (byte)(i % 7)).ToArray(), pictures.Select((_, i) => (Split)(i % 2)).ToArray(), "test");
    }
}
