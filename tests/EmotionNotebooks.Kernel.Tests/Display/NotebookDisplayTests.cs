using EmotionNotebooks.Kernel.Display;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using static Microsoft.DotNet.Interactive.Kernel;

namespace EmotionNotebooks.Kernel.Tests.Display;

[Trait("Needs", "Nothing")]
[Collection(ProcessWide.Name)]
public sealed class NotebookDisplayTests : IDisposable
{
    private readonly IDisposable _display = NotebookDisplay.Start();

    public void Dispose()
    {
        _display.Dispose();
        Formatter.ResetToDefault();
    }

    [Fact]
    public void Should_show_and_change_what_is_displayed_when_called_in_any_way()
    {
        var frontEnd = RecordedFrontEnd.Run(_ =>
        {
            display(1).Update(2);
            3.Display().Update(4);
            "**a**".DisplayAs("text/markdown").Update("**b**");
            KernelInvocationContext.Current!.Display(5).Update(6);
            KernelInvocationContext.Current!.DisplayAs("<i>", "text/html").Update(HTML("<b>"));
        });

        Assert.Equal(
            ["display 1", "update 2", "display 3", "update 4", "display **a**", "update **b**", "display 5", "update 6"],
            frontEnd.Shown.Take(8).Select(shown => $"{shown.Kind} {shown.Bundle.Data["text/plain"]}"));
        Assert.Equal("**b**", frontEnd.Shown[5].Bundle.Data["text/markdown"]);
        Assert.Equal("<b>", frontEnd.Last.Data["text/html"]);
        Assert.All(frontEnd.Shown.Chunk(2), pair => Assert.True(pair[0].Id is not null && pair[0].Id == pair[1].Id));
        Assert.Equal(5, frontEnd.Shown.Select(shown => shown.Id).Distinct().Count());
    }

    [Fact]
    public void Should_show_an_update_when_what_it_changes_was_never_shown()
    {
        var frontEnd = RecordedFrontEnd.Run(_ =>
        {
            var displayed = new DisplayedValue(1, [new FormattedValue("text/plain", "1")]);
            displayed.Update(2);
            displayed.Update(3);
        });

        Assert.Equal([("display", "2"), ("update", "3")], frontEnd.Shown.Select(shown => (shown.Kind, shown.Bundle.Data["text/plain"])));
    }

    [Fact]
    public void Should_reach_the_cell_that_started_it_when_shown_from_elsewhere()
    {
        var frontEnd = RecordedFrontEnd.Run(_ =>
        {
            Task.Run(() => display("task")).Wait(TestContext.Current.CancellationToken);
            var thread = new Thread(() => display("thread"));
            thread.Start();
            thread.Join();
            using var rang = new ManualResetEventSlim();
            using var timer = new Timer(_ =>
            {
                display("timer");
                rang.Set();
            }, null, 1, Timeout.Infinite);
            rang.Wait(10_000, TestContext.Current.CancellationToken);
        });

        Assert.Equal(["task", "thread", "timer"], frontEnd.Shown.Select(shown => shown.Bundle.Data["text/plain"]));
    }

    [Fact]
    public void Should_be_scripts_and_styles_when_asked_for()
    {
        var frontEnd = RecordedFrontEnd.Run(_ =>
        {
            Javascript("alert('<1>')");
            CSS("p { color: red }");
            display(new ScriptContent("x"));
        });

        Assert.Equal(
            ["<script type=\"text/javascript\">alert('<1>')</script>", "<style>p { color: red }</style>", "<script type=\"text/javascript\">x</script>"],
            frontEnd.Shown.Select(shown => shown.Bundle.Data["text/html"]));
    }

    [Fact]
    public void Should_leave_out_a_form_that_is_suppressed()
    {
        var frontEnd = RecordedFrontEnd.Run(_ =>
            new DisplayedValue(1, [new FormattedValue("text/html", "<b>") { SuppressDisplay = true }, new FormattedValue("text/plain", "1")]).Update(1));

        Assert.Equal(["text/html", "text/plain"], frontEnd.Last.Data.Keys.Order());
    }

    [Fact]
    public void Should_ask_in_the_cell_when_it_needs_an_answer()
    {
        var answers = new List<string>();
        var frontEnd = RecordedFrontEnd.Run(
            _ =>
            {
                answers.Add(input("Name?"));
                answers.Add(password("Word?").GetClearTextPassword());
                answers.Add($"{password()}");
                answers.Add(GetInputAsync("Age?").Result);
                answers.Add(GetInputAsync("Secret?", "password").Result);
                answers.Add(GetPasswordAsync("Key?").Result.GetClearTextPassword());
            },
            "Ada", "sesame", "hidden", "36", "x", "y");

        Assert.Equal(["Ada", "sesame", "************", "36", "x", "y"], answers);
        Assert.Equal([("Name?", false), ("Word?", true), ("", true), ("Age?", false), ("Secret?", true), ("Key?", true)], frontEnd.Asked);
    }

    [Fact]
    public void Should_clear_what_the_cell_has_shown()
    {
        var frontEnd = RecordedFrontEnd.Run(_ =>
        {
            clear_output();
            clear_output(wait: true);
        });

        Assert.Equal([false, true], frontEnd.Cleared);
    }

    [Fact]
    public void Should_go_to_the_console_and_have_nobody_to_ask_when_outside_a_cell()
    {
        var console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            display("text").Update("other");
            clear_output();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal($"text{Environment.NewLine}other{Environment.NewLine}", written.ToString());
        Assert.Null(KernelInvocationContext.Current);
        Assert.Contains("outside a cell", Assert.Throws<InvalidOperationException>(() => input("?")).Message, StringComparison.Ordinal);
    }
}
