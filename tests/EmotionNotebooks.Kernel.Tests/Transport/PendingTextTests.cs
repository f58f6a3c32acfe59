using EmotionNotebooks.Kernel.Transport;

namespace EmotionNotebooks.Kernel.Tests.Transport;

[Trait("Needs", "Nothing")]
public sealed class PendingTextTests
{
    private static readonly byte[] First = [1];
    private static readonly byte[] Second = [2];

    private readonly PendingText _text = new();

    [Fact]
    public void Should_Join_What_Belongs_Together()
    {
        Assert.Equal(-1, _text.Remaining);
        Assert.Null(_text.Add(new(First, "stdout", "a")));
        Assert.Null(_text.Add(new(First, "stdout", "b")));
        Assert.InRange(_text.Remaining, 0, PendingText.Delay);

        Assert.Equal(new(First, "stdout", "ab"), _text.Take());
        Assert.Null(_text.Take());
        Assert.Equal(-1, _text.Remaining);
    }

    [Fact]
    public void Should_Give_Out_What_Came_Before_When_Stream_Or_Cell_Changes()
    {
        _text.Add(new(First, "stdout", "a"));

        Assert.Equal(new(First, "stdout", "a"), _text.Add(new(First, "stderr", "b")));
        Assert.Equal(new(First, "stderr", "b"), _text.Add(new(Second, "stderr", "c")));
        Assert.Equal(new(Second, "stderr", "c"), _text.Take());
    }

    [Fact]
    public void Should_Not_Hold_Back_Much() => Assert.Equal(2 << 20, _text.Add(new(First, "stdout", new string('x', 2 << 20)))?.Text.Length);
}
