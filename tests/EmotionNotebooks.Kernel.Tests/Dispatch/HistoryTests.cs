using EmotionNotebooks.Kernel.Dispatch;
using EmotionNotebooks.Kernel.Tests.Support;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

[Trait("Needs", "Nothing")]
public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "deep", "history.jsonl");

    [Fact]
    public void Should_Keep_Cells_Across_Sessions()
    {
        var first = new History(Path);
        first.AddInput(1, "one\ntwo 😀");
        first.AddOutput(1, "out");
        var second = new History(Path);
        Assert.Equal("one\ntwo 😀", second.Read(out var current)[0].Input);
        Assert.Equal(2, current);
        second.AddInput(1, "three");

        Assert.Equal([new(1, 1, "one\ntwo 😀", "out"), new(2, 1, "three")], new History(Path).Read(out current));
        Assert.Equal(3, current);
    }

    [Fact]
    public void Should_Keep_Sessions_Apart_When_Several_Write_At_Once()
    {
        var threads = Enumerable.Range(0, 4).Select(i => new Thread(() =>
        {
            var history = new History(Path);
            for (var line = 1; line <= 25; line++)
            {
                history.AddInput(line, $"{i}: {line}");
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        var sessions = new History(Path).Read(out _).GroupBy(entry => entry.Session).ToList();

        Assert.Equal([1, 2, 3, 4], sessions.Select(session => session.Key).Order());
        Assert.All(sessions, session => Assert.Equal(Enumerable.Range(1, 25).Select(line => $"{session.First().Input[0]}: {line}"), session.Select(entry => entry.Input)));
    }

    [Theory]
    [InlineData("{\"session\":1,\"line\":2,\"inp")] // cut off by a crash
    [InlineData("no JSON\n\n[]\n{\"session\":\"x\"}\n7\n\0\0")]
    public void Should_Pass_Over_What_Is_Broken_And_Go_On(string broken)
    {
        new History(Path).AddInput(1, "before");
        File.AppendAllText(Path, broken);

        new History(Path).AddInput(1, "after");

        Assert.Equal(["before", "after"], new History(Path).Read(out _).Select(entry => entry.Input));
    }

    [Fact]
    public void Should_Forget_The_Oldest_When_It_Grows_Too_Large()
    {
        for (var session = 1; session <= 30; session++)
        {
            new History(Path, largest: 1000).AddInput(1, $"cell {session} {new string('x', 40)}");
        }

        Assert.InRange(new FileInfo(Path).Length, 400, 1200);
        Assert.Equal(30, new History(Path).Read(out _)[^1].Session);
    }

    [Fact]
    public void Should_Remember_In_Memory_When_The_Folder_Can_Not_Be_Written()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder.Path, "deep"), "a file in the folder's place");
        var history = new History(Path);

        history.AddInput(1, "kept");
        history.AddOutput(1, "too");

        Assert.Equal([new(1, 1, "kept", "too")], history.Read(out _));
    }

    [Fact]
    public void Should_Be_Closed_To_Others()
    {
        new History(Path).AddInput(1, "x");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }
    }

    public void Dispose() => _folder.Dispose();
}
