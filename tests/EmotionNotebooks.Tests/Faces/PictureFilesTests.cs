using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Tests.Faces;

[Trait("Needs", "Nothing")]
public sealed class PictureFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PictureFilesTests()
    {
        foreach (var name in new[] { "b.jpg", "a.PNG", "notes.txt", "in/c.webp", "in/deep/d.jpeg" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
            File.WriteAllText(_folder.File(name), "");
        }
    }

    [Theory]
    [InlineData("", "a.PNG b.jpg in/c.webp in/deep/d.jpeg")]
    [InlineData("in", "c.webp deep/d.jpeg")]
    [InlineData("notes.txt", "notes.txt")]
    [InlineData("*.jpg", "b.jpg")]
    [InlineData("**/*.jp*", "b.jpg in/deep/d.jpeg")]
    [InlineData("in/**/*", "c.webp deep/d.jpeg")]
    [InlineData("*/?.webp", "in/c.webp")]
    public void Should_Find_Pictures_In_Order(string source, string expected)
    {
        var found = PictureFiles.Find(source.Length == 0 ? _folder.Path : _folder.File(source));

        Assert.Equal(expected, string.Join(' ', found.Select(file => file.Name)));
        Assert.All(found, file => Assert.True(File.Exists(file.Path)));
    }

    [Fact]
    public void Should_Name_What_Is_Not_There()
    {
        Directory.CreateDirectory(_folder.File("empty"));

        Assert.EndsWith("no such file or folder; expected a picture, a folder of pictures, or a pattern such as '*.jpg'", Message("x.png"), StringComparison.Ordinal);
        Assert.EndsWith("no file matches this pattern", Message("none/*.png"), StringComparison.Ordinal);
        Assert.StartsWith($"{_folder.File("empty")}: no picture in this folder; expected files that end in .png,",
            Assert.Throws<DirectoryNotFoundException>(() => PictureFiles.Find(_folder.File("empty"))).Message, StringComparison.Ordinal);

        string Message(string source) => Assert.Throws<FileNotFoundException>(() => PictureFiles.Find(_folder.File(source))).Message;
    }

    public void Dispose() => _folder.Dispose();
}
