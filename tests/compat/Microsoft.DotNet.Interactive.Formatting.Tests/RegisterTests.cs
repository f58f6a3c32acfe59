using Microsoft.DotNet.Interactive.Formatting.Tests.Support;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

[Trait("Needs", "Nothing")]
public sealed class RegisterTests : FormatterTest
{
    private interface INamed
    {
        string Name { get; }
    }

    [Fact]
    public void Should_be_used_when_a_formatter_is_registered_in_any_of_the_ways()
    {
        var type = typeof(Animal);
        Formatter.Register<Animal>(it => $"1 {it.Name}", "x/1");
        Formatter.Register<Animal>((it, writer) => writer.Write($"2 {it.Name}"), "x/2");
        Formatter.Register(type, (it, writer) => writer.Write($"3 {((Animal)it).Name}"), "x/3");
        Formatter.Register<Animal>((it, context) =>
        {
            context.Writer.Write($"4 {it.Name}");
            return true;
        }, "x/4");
        Formatter.Register(type, (it, context) =>
        {
            context.Writer.Write($"5 {((Animal)it).Name}");
            return true;
        }, "x/5");
        Formatter.Register(new HtmlFormatter<Animal>(it => $"6 {it.Name}"));
        Formatter.Register(new PlainTextFormatter<Animal>((it, context) => context.Writer.Write($"7 {it.Name}")));

        var cat = new Animal("cat");

        Assert.Equal(
            ["1 cat", "2 cat", "3 cat", "4 cat", "5 cat", "6 cat", "7 cat"],
            new[] { "x/1", "x/2", "x/3", "x/4", "x/5", Html, "text/plain" }.Select(mimeType => cat.ToDisplayString(mimeType)));
    }

    [Fact]
    public void Should_be_plain_text_when_registered_without_a_MIME_type()
    {
        Formatter.Register<Animal>(it => $"plain {it.Name}");

        Assert.Equal("plain cat", new Animal("cat").ToDisplayString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_take_the_nearest_type_when_several_are_registered(bool nearestFirst)
    {
        Action[] registrations =
        [
            () => Formatter.Register<Cat>(_ => "cat"),
            () => Formatter.Register<Animal>(_ => "animal"),
            () => Formatter.Register<INamed>(_ => "named"),
            () => Formatter.Register<object>(_ => "object"),
        ];
        foreach (var register in nearestFirst ? registrations : [.. registrations.Reverse()])
            register();

        Assert.Equal("cat", new Cat().ToDisplayString());
        Assert.Equal("animal", new Animal("dog").ToDisplayString());
        Assert.Equal("object", 3.ToDisplayString());
    }

    [Fact]
    public void Should_take_the_latest_when_a_type_is_registered_twice()
    {
        Formatter.Register<Animal>(_ => "first");
        Assert.Equal("first", new Animal("cat").ToDisplayString());

        Formatter.Register<Animal>(_ => "second");

        Assert.Equal("second", new Animal("cat").ToDisplayString());
    }

    [Fact]
    public void Should_ask_the_next_when_a_formatter_declines()
    {
        Formatter.Register<Animal>(_ => "animal");
        Formatter.Register<Cat>((_, _) => false);

        Assert.Equal("animal", new Cat().ToDisplayString());
    }

    [Fact]
    public void Should_know_all_that_is_made_of_it_when_the_type_is_generic()
    {
        Formatter.Register(typeof(IReadOnlyDictionary<,>), (_, writer) => writer.Write("dictionary"), Html);
        Formatter.Register(typeof(Box<>), (_, writer) => writer.Write("box"), Html);

        Assert.Equal("dictionary", new Dictionary<string, int>().ToDisplayString(Html));
        Assert.Equal("box", new Box<int>(1).ToDisplayString(Html));
        Assert.Equal("box", new SmallBox().ToDisplayString(Html));
    }

    [Fact]
    public void Should_be_forgotten_when_reset()
    {
        Formatter.Register<int>(_ => "mine", Html);
        Formatter.SetPreferredMimeTypesFor(typeof(int), "x/y");
        (Formatter.ListExpansionLimit, Formatter.RecursionLimit, Formatter.NullString, Formatter.DefaultMimeType) = (1, 1, "nothing", "text/plain");
        Formatter<int>.ListExpansionLimit = 2;

        Formatter.ResetToDefault();

        Assert.DoesNotContain("mine", 3.ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Equal([Html], Formatter.GetPreferredMimeTypesFor(typeof(int)));
        Assert.Equal((20, 6, "<null>", Html), (Formatter.ListExpansionLimit, Formatter.RecursionLimit, Formatter.NullString, Formatter.DefaultMimeType));
        Assert.Equal(20, Formatter<int>.ListExpansionLimit);
    }

    [Fact]
    public void Should_prefer_HTML_when_nothing_is_set_and_plain_text_for_strings()
    {
        Assert.Equal([Html], Formatter.GetPreferredMimeTypesFor(typeof(Animal)));
        Assert.Equal([Html], Formatter.GetPreferredMimeTypesFor(null));
        Assert.Equal(["text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(string)));
        Assert.Equal(["text/latex"], Formatter.GetPreferredMimeTypesFor(typeof(LaTeXString)));
    }

    [Fact]
    public void Should_prefer_what_is_set_for_the_nearest_type()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Animal), "text/plain", "x/y");
        Formatter.SetPreferredMimeTypesFor(typeof(object), "application/json");

        Assert.Equal(["text/plain", "x/y"], Formatter.GetPreferredMimeTypesFor(typeof(Cat)));
        Assert.Equal(["application/json"], Formatter.GetPreferredMimeTypesFor(typeof(int)));
    }

    [Fact]
    public void Should_throw_when_no_formatter_knows_the_MIME_type()
    {
        var error = Assert.Throws<ArgumentException>(() => 3.ToDisplayString("image/png"));

        Assert.Contains("image/png", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_throw_when_arguments_are_missing()
    {
        Assert.Throws<ArgumentNullException>(() => Formatter.Register(null!));
        Assert.Throws<ArgumentException>(() => Formatter.Register<int>(_ => "", " "));
        Assert.Throws<ArgumentException>(() => Formatter.SetPreferredMimeTypesFor(typeof(int)));
        Assert.Throws<ArgumentNullException>(() => Formatter.SetPreferredMimeTypesFor(null!, Html));
        Assert.Throws<ArgumentException>(() => Formatter.ListExpansionLimit = -1);
        Assert.Throws<ArgumentException>(() => Formatter.RecursionLimit = -1);
        Assert.Throws<ArgumentNullException>(() => Formatter.DefaultMimeType = null!);
    }

    [Fact]
    public void Should_write_a_value_when_a_formatter_is_asked_for_and_used()
    {
        var type = typeof(Animal);
        Formatter.Register<Animal>(it => $"<b>{it.Name}</b>", Html);
        var writer = new StringWriter();

        HtmlFormatter.GetPreferredFormatterFor<Animal>().Format(new Animal("cat"), writer);

        Assert.Equal("<b>cat</b>", writer.ToString());
        Assert.Equal(Html, HtmlFormatter.GetPreferredFormatterFor(type).MimeType);
        Assert.Equal("<b>cat</b>", new Animal("cat").ToDisplayString(HtmlFormatter.GetPreferredFormatterFor<Animal>()));
    }

    [Fact]
    public void Should_use_the_formatter_of_a_part_when_the_whole_is_shown()
    {
        Formatter.Register<Animal>(it => $"<b>{it.Name}!</b>", Html);

        Assert.Contains("<b>cat!</b>", new { Pet = new Animal("cat") }.ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Contains("<b>cat!</b>", new[] { new Animal("cat") }.ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Contains("<b>cat!</b>", new Dictionary<string, Animal> { ["pet"] = new("cat") }.ToDisplayString(Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_stay_whole_when_many_threads_register_and_format()
    {
        Parallel.For(0, 200, i =>
        {
            Formatter.Register<Animal>(it => it.Name, "x/y");
            Formatter.SetPreferredMimeTypesFor(typeof(Animal), "x/y");
            Assert.Equal("cat", new Cat().ToDisplayString("x/y"));
        });
    }

    private class Animal(string name) : INamed
    {
        public string Name { get; } = name;
    }

    private sealed class Cat() : Animal("cat");

    private class Box<T>(T content)
    {
        public T Content { get; } = content;
    }

    private sealed class SmallBox() : Box<string>("");
}
