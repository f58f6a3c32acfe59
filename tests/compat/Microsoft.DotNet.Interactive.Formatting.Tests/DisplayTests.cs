using EmotionNotebooks.Compat.Tests;
using Microsoft.DotNet.Interactive.Formatting.Tests.Support;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

[Trait("Needs", "Nothing")]
public sealed class DisplayTests : FormatterTest
{
    private readonly List<(bool IsUpdate, string Id, string Forms)> _seen = [];

    [Fact]
    public void Should_reach_who_listens_when_displayed_and_updated()
    {
        using var listening = Listen();

        var shown = 1.Display("text/plain");
        shown.Update(2);
        shown.Update("three");

        Assert.Equal([(false, "text/plain=1"), (true, "text/plain=2"), (true, "text/plain=three")], _seen.Select(it => (it.IsUpdate, it.Forms)));
        Assert.Equal("three", shown.Value);
    }

    [Fact]
    public void Should_keep_its_name_when_updated()
    {
        // The package raises one DisplayedValue and returns another, so that an update names what was never shown.
        Subset.SkipOnThePackage();
        using var listening = Listen();

        1.Display().Update(2);

        Assert.Equal(2, _seen.Count);
        Assert.Single(_seen.Select(it => it.Id).Distinct());
    }

    [Fact]
    public void Should_take_the_preferred_forms_when_none_are_named()
    {
        Formatter.Register<DisplayTests>(_ => "<b>", Html);
        Formatter.Register<DisplayTests>(_ => "plain");
        Formatter.SetPreferredMimeTypesFor(typeof(DisplayTests), Html, "text/plain");
        using var listening = Listen();

        this.Display();
        "text".Display();

        Assert.Equal(["text/html=<b>;text/plain=plain", "text/plain=text"], _seen.Select(it => it.Forms));
    }

    [Fact]
    public void Should_be_as_it_stands_when_displayed_as_a_MIME_type()
    {
        using var listening = Listen();

        "# Title <b>".DisplayAs("text/markdown");

        Assert.Equal("text/markdown=# Title <b>", Assert.Single(_seen).Forms);
    }

    [Fact]
    public void Should_not_reach_who_no_longer_listens()
    {
        Listen().Dispose();
        using var other = Formatter.SubscribeToDisplayedValues(_ => { });

        1.Display();

        Assert.Empty(_seen);
    }

    [Fact]
    public void Should_go_to_the_console_when_nobody_listens()
    {
        var console = Console.Out;
        var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            new DisplayedValue(1, [new FormattedValue(Html, "<i>"), new FormattedValue("text/plain", "one")]).Update(1);
            "two".Display();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal($"1{Environment.NewLine}two{Environment.NewLine}", written.ToString());
    }

    [Fact]
    public void Should_have_a_name_of_its_own_when_displayed()
    {
        using var listening = Listen();

        Assert.NotEqual(1.Display().DisplayId, 1.Display().DisplayId);
    }

    [Fact]
    public void Should_refuse_a_form_without_a_MIME_type()
    {
        Assert.Throws<ArgumentException>(() => new FormattedValue("", "text"));
        Assert.Throws<ArgumentNullException>(() => new DisplayedValue(1, null!));
    }

    private IDisposable Listen() => Formatter.SubscribeToDisplayedValues(value =>
        _seen.Add((value.IsUpdated, value.DisplayId, string.Join(';', value.FormattedValues.Select(form => $"{form.MimeType}={form.Value}")))));
}
