using EmotionNotebooks.Data.Download;

namespace EmotionNotebooks.Tests.Data.Download;

public sealed class KaggleSourceTests
{
    [Fact]
    public void Should_Name_The_Competitions_Archive_By_Default()
    {
        Assert.Equal(
            "competitions/data/download/challenges-in-representation-learning-facial-expression-recognition-challenge/fer2013.tar.gz",
            KaggleSource.Fer2013.Path);
        Assert.Equal(new FaceCounts(28_709, 3_589, 3_589), KaggleSource.Fer2013.Counts);
        Assert.True(KaggleSource.Fer2013.NeedsToken);
    }

    [Theory]
    [InlineData("deadskull7/fer2013", "datasets/download/deadskull7/fer2013", "deadskull7-fer2013.zip")]
    [InlineData("deadskull7/fer2013/fer2013.csv", "datasets/download/deadskull7/fer2013/fer2013.csv", "fer2013.csv")]
    [InlineData("a/b/my faces.csv", "datasets/download/a/b/my%20faces.csv", "my faces.csv")]
    public void Should_Make_Address_And_File_Name_Of_A_Dataset(string name, string path, string file)
    {
        var source = KaggleSource.Dataset(name);

        Assert.Equal((path, file), (source.Path, source.FileName));
        Assert.Null(source.Counts);
        Assert.False(source.NeedsToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fer2013")]
    [InlineData("a/b/c/d")]
    [InlineData("a//b")]
    [InlineData("../b")]
    [InlineData("a/b/..")]
    [InlineData("a/b?x")]
    [InlineData("a/b\\c")]
    public void Should_Refuse_What_Is_No_Dataset(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => KaggleSource.Dataset(name));

        Assert.Contains("expected OWNER/NAME or OWNER/NAME/FILE", error.Message, StringComparison.Ordinal);
    }
}
