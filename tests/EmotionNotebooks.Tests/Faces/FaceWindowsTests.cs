using EmotionNotebooks.Faces;

namespace EmotionNotebooks.Tests.Faces;

[Trait("Needs", "Nothing")]
public sealed class FaceWindowsTests
{
    [Fact]
    public void Should_Be_One_Face_When_Windows_Overlap_And_Several_When_They_Do_Not()
    {
        var faces = FaceWindows.Merge(
        [
            new(new(100, 100), 50, 0), new(new(104, 98), 54, 0), new(new(96, 102), 46, 30),
            new(new(300, 100), 80, -30), new(new(302, 100), 80, -30),
        ]);

        Assert.Equal(2, faces.Count);
        Assert.Equal((3, 10.0), (faces[0].Score, faces[0].Roll));
        Assert.Equal(new FaceBox(75, 75, 50, 50), faces[0].Box);
        Assert.Equal((2, -30.0), (faces[1].Score, faces[1].Roll));
    }

    [Fact]
    public void Should_Leave_Out_A_Small_Face_Within_A_Surer_One()
    {
        var faces = FaceWindows.Merge([.. Enumerable.Repeat(new FaceWindow(new(100, 100), 100, 0), 5), new(new(90, 90), 30, 0), new(new(90, 90), 30, 0)]);

        Assert.Equal(100, Assert.Single(faces).Box.Width, 6);
    }

    [Fact]
    public void Should_Be_No_Face_When_There_Is_No_Window() => Assert.Empty(FaceWindows.Merge([]));
}
