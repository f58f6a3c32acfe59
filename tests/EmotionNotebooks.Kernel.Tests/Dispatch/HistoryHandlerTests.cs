using EmotionNotebooks.Kernel.Tests.Support;
using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Dispatch;

[Trait("Needs", "Kernel")]
public sealed class HistoryHandlerTests : IDisposable
{
    private readonly TestKernel _kernel = new();
    private readonly TestClient _client;

    public HistoryHandlerTests()
    {
        _client = _kernel.Connect();
        foreach (var code in new[] { "value a", "print b", "value a", "value c" })
        {
            _client.Reply(_client.Execute(code));
        }
    }

    [Fact]
    public void Should_Tell_The_Last_Cells()
    {
        Assert.Equal("""[[1,3,"value a"],[1,4,"value c"]]""", Ask(new { hist_access_type = "tail", n = 2 }));
        Assert.Equal("""[[1,2,["print b",null]],[1,3,["value a","a"]],[1,4,["value c","c"]]]""", Ask(new { hist_access_type = "tail", n = 3, output = true }));
        Assert.Equal("[]", Ask(new { hist_access_type = "tail", n = 0 }));
        Assert.Equal("[]", Ask(new { hist_access_type = "tail", n = -5 }));
    }

    [Theory]
    [InlineData(0, 2, 4, """[[1,2,"print b"],[1,3,"value a"]]""")]
    [InlineData(1, 4, null, """[[1,4,"value c"]]""")]
    [InlineData(-1, 1, null, "[]")]
    [InlineData(7, 1, null, "[]")]
    public void Should_Tell_The_Cells_Of_A_Session(int session, int start, int? stop, string expected) =>
        Assert.Equal(expected, Ask(new { hist_access_type = "range", session, start, stop }));

    [Theory]
    [InlineData("value*", false, null, """[[1,1,"value a"],[1,3,"value a"],[1,4,"value c"]]""")]
    [InlineData("value*", true, null, """[[1,3,"value a"],[1,4,"value c"]]""")]
    [InlineData("*", false, 1, """[[1,4,"value c"]]""")]
    [InlineData("VALUE*", false, null, "[]")]
    public void Should_Find_What_Looks_Like_A_Pattern(string pattern, bool unique, int? n, string expected) =>
        Assert.Equal(expected, Ask(new { hist_access_type = "search", pattern, unique, n }));

    public void Dispose() => _kernel.Dispose();

    private string Ask(object content) => _client.Reply(_client.Send(Channel.Shell, "history_request", content)).Get("history");
}
