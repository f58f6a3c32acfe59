using EmotionNotebooks.Training;

namespace EmotionNotebooks.Interactive.Tests.Views;

[Trait("Needs", "Nothing")]
public sealed class TrainingHistoryViewTests
{
    [Fact]
    public void Should_have_a_row_for_each_epoch_and_name_the_best_when_short()
    {
        var text = Shown.Plain(Shown.History(3)).Split('\n');

        Assert.Equal(5, text.Length);
        Assert.Matches("^1 +2.0000 +30.00% +1.5000 +20.00% +0.001 +12.0 s +500$", text[1]);
        Assert.StartsWith("3 best", text[3], StringComparison.Ordinal);
        Assert.Equal("Best: epoch 3, validation accuracy 73.33% (95% interval 70.5–75.9%, n = 1,000).", text[4]);
        Assert.Contains("<svg role=\"img\" aria-label=\"after epoch 3: loss 0.6667", Shown.Html(Shown.History(3)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_out_the_middle_and_say_so_when_long()
    {
        var text = Shown.Plain(Shown.History(100)).Split('\n');

        Assert.Equal(32, text.Length);
        Assert.StartsWith("100 epochs, those in the middle are left out.", text[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_so_when_empty() => Assert.Equal("a training history without an epoch", Shown.Plain(TrainingHistory.Empty));
}
