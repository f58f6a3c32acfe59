using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting.Tests.Support;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

[Trait("Needs", "Nothing")]
public sealed class PocketViewTests : FormatterTest
{
    [Fact]
    public void Should_be_HTML_when_tags_are_nested()
    {
        PocketView view = div[style: "color:red", @class: "big", data_name: "x"](h1("Title"), p("a ", b("bold"), " word"));

        Assert.Equal("<div style=\"color:red\" class=\"big\" data-name=\"x\"><h1>Title</h1><p>a <b>bold</b> word</p></div>", view.ToString());
    }

    [Fact]
    public void Should_be_encoded_when_it_is_text()
    {
        PocketView view = p[title: "\"quoted\" & <b>"]("a < b & c");

        Assert.Equal("<p title=\"&quot;quoted&quot; &amp; &lt;b>\">a &lt; b &amp; c</p>".Replace("b>\"", "b&gt;\"", StringComparison.Ordinal), view.ToString().Replace("b>\"", "b&gt;\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_be_as_it_is_when_it_is_HTML_already()
    {
        PocketView view = p(new HtmlString("<i>x</i>"), "<b>".ToHtmlContent());

        Assert.Equal("<p><i>x</i><b></p>", view.ToString());
    }

    [Fact]
    public void Should_hold_all_items_when_given_a_sequence()
    {
        var rows = new[] { ("Ada", "36"), ("Grace", "85") };

        PocketView view = table(tbody(rows.Select(row => tr(td(row.Item1), td(row.Item2)))));

        Assert.Equal("<table><tbody><tr><td>Ada</td><td>36</td></tr><tr><td>Grace</td><td>85</td></tr></tbody></table>", view.ToString());
    }

    [Fact]
    public void Should_be_formatted_when_it_is_a_value()
    {
        Formatter.Register<DayOfWeek>(day => $"<u>{day}</u>", Html);

        PocketView view = p(DayOfWeek.Friday);

        Assert.Equal("<p><u>Friday</u></p>", view.ToString());
    }

    [Fact]
    public void Should_have_no_end_when_it_never_has_anything_in_it()
    {
        PocketView view = p("a", br, input[type: "text"]);

        Assert.Equal("<p>a<br /><input type=\"text\" /></p>", view.ToString());
    }

    [Fact]
    public void Should_be_any_element_when_its_name_is_said()
    {
        PocketView view = _.article(_.wbr, "text");

        Assert.Equal("<article><wbr></wbr>text</article>", view.ToString());
    }

    [Fact]
    public void Should_have_attributes_of_a_dictionary_and_ones_without_a_value()
    {
        PocketView view = input[new Dictionary<string, object> { ["type"] = "checkbox" }]["checked"];

        Assert.Equal("<input type=\"checkbox\" checked />", view.ToString());
    }

    [Fact]
    public void Should_be_its_HTML_when_formatted_or_displayed()
    {
        var forms = new List<FormattedValue>();
        using var listening = Formatter.SubscribeToDisplayedValues(value => forms.AddRange(value.FormattedValues));
        PocketView view = b("x");

        view.Display();

        Assert.Equal(("text/html", "<b>x</b>"), Assert.Single(forms) is var form ? (form.MimeType, form.Value) : default);
        Assert.Equal("<b>x</b>", view.ToDisplayString(Html));
        var writer = new StringWriter();
        ((IHtmlContent)view).WriteTo(writer, HtmlEncoder.Default);
        Assert.Equal("<b>x</b>", writer.ToString());
    }

    [Fact]
    public void Should_start_empty_when_a_tag_is_used_again()
    {
        PocketView first = td("a");
        PocketView second = td();

        Assert.Equal("<td>a</td><td></td>", $"{first}{second}");
    }

    [Fact]
    public void Should_be_rules_when_it_is_a_style()
    {
        var rules = new Style { { "p", ("color", "red"), ("margin", "0") }, { "b", ("color", "blue") } };

        Assert.Equal("<style>p{color:red;margin:0;}b{color:blue;}</style>", new string([.. rules.ToString().Where(c => !char.IsWhiteSpace(c))]));
        Assert.Throws<InvalidOperationException>(() => rules.SetContent(["b { }"]));
        Assert.Equal("<style>b { }</style>", ((PocketView)style(new HtmlString("b { }"))).ToString());
    }

    [Fact]
    public void Should_have_an_element_of_its_name_for_every_tag()
    {
        var tags = typeof(PocketViewTags).GetProperties().Where(property => property.Name != "_").ToArray();

        Assert.Equal(80, tags.Length);
        Assert.All(tags, tag => Assert.Equal(tag.Name, ((PocketView)tag.GetValue(null)!).HtmlTag.Name));
    }

    [Fact]
    public void Should_be_built_by_hand_when_it_is_a_tag()
    {
        var tag = new HtmlTag("section", context => context.Writer.Write("inside"));
        tag.HtmlAttributes["id"] = 3;
        tag.HtmlAttributes.AddCssClass("a");
        tag.HtmlAttributes.AddCssClass("b");

        Assert.Equal("<section id=\"3\" class=\"b a\">inside</section>", tag.ToString());
        Assert.Equal("<i><b>x</b></i>", new HtmlTag("i", new HtmlString("<b>x</b>")).ToString());
        Assert.Equal("<hr></hr>", "hr".Tag().ToString());
        Assert.Equal("&lt;&amp;", "<&".HtmlEncode().ToString());
    }
}
