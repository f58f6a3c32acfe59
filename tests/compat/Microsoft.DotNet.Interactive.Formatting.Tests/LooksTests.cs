using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EmotionNotebooks.Compat.Tests;
using Microsoft.DotNet.Interactive.Formatting.Tests.Support;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

/// <summary>How values look here; the package has looks of its own.</summary>
[Trait("Needs", "SystemStack")]
public sealed partial class LooksTests : FormatterTest
{
    public LooksTests() => Subset.SkipOnThePackage();

    [Fact]
    public void Should_be_names_and_values_when_it_has_members()
    {
        Assert.Equal(
            "[details][summary]Person { Name: Ada, Age: 36 }[/summary][table][tr][td]Name[/td][td]Ada[/td][/tr][tr][td]Age[/td][td]36[/td][/tr][/table][/details]",
            Outline(new Person("Ada", 36)));
        Assert.Equal("Person\n  Name: Ada\n  Age: 36", new Person("Ada", 36).ToDisplayString());
    }

    [Fact]
    public void Should_be_columns_when_all_items_are_of_one_type()
    {
        Person?[] people = [new("Ada", 36), null, new("Grace", 85)];

        Assert.Equal(
            "[table][tr][th]index[/th][th]Name[/th][th]Age[/th][/tr]"
                + "[tr][td]0[/td][td]Ada[/td][td]36[/td][/tr][tr][td]1[/td][td]&lt;null&gt;[/td][td]&lt;null&gt;[/td][/tr][tr][td]2[/td][td]Grace[/td][td]85[/td][/tr][/table]",
            Outline(people));
        Assert.Equal("   Name       Age\n0  Ada         36\n1  <null>  <null>\n2  Grace       85", people.ToDisplayString());
    }

    [Fact]
    public void Should_say_the_type_when_items_are_of_several()
    {
        Assert.Equal(
            "[table][tr][th]index[/th][th]type[/th][th]value[/th][/tr][tr][td]0[/td][td]int[/td][td]1[/td][/tr]"
                + "[tr][td]1[/td][td]Person[/td][td][details][summary]Person { Name: Ada, Age: 36 }[/summary][table][tr][td]Name[/td][td]Ada[/td][/tr][tr][td]Age[/td][td]36[/td][/tr][/table][/details][/td][/tr][/table]",
            Outline(new object[] { 1, new Person("Ada", 36) }));
    }

    [Fact]
    public void Should_be_keys_and_values_when_it_is_a_dictionary()
    {
        var ages = new Dictionary<string, int> { ["Ada"] = 36, ["Grace"] = 85 };

        Assert.Equal("[table][tr][th]key[/th][th]value[/th][/tr][tr][td]Ada[/td][td]36[/td][/tr][tr][td]Grace[/td][td]85[/td][/tr][/table]", Outline(ages));
        Assert.Equal("Ada: 36\nGrace: 85", ages.ToDisplayString());
        Assert.Equal(Outline(ages), Outline(new System.Collections.Hashtable { ["Ada"] = 36 }).Replace("[/table]", "[tr][td]Grace[/td][td]85[/td][/tr][/table]", StringComparison.Ordinal));

        dynamic expando = new ExpandoObject();
        expando.Ada = 36;
        Assert.Equal("Ada: 36", ((object)expando).ToDisplayString());
    }

    [Fact]
    public void Should_be_a_grid_when_the_array_is_rectangular()
    {
        var grid = new[,] { { 1, 20 }, { 300, 4 } };

        Assert.Equal("[table][tr][td]1[/td][td]20[/td][/tr][tr][td]300[/td][td]4[/td][/tr][/table]", Outline(grid));
        Assert.Equal("  1  20\n300   4", grid.ToDisplayString());
        Assert.EndsWith("… 100 × 3 in all", new double[100, 3].ToDisplayString(), StringComparison.Ordinal);
        Assert.Contains("0 × 3 in all", new double[0, 3].ToDisplayString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_one_line_when_inside_something_in_plain_text()
    {
        var value = new { Name = "x", Inner = new { A = 1, B = new[] { 1, 2, 3 } }, Pairs = new Dictionary<string, int> { ["k"] = 1 }, Long = new string('y', 500), Lines = "one\ntwo", Tuple = (1, "a") };

        Assert.Equal(
            $"(anonymous)\n  Name: x\n  Inner: {{ A: 1, B: [ 1, 2, 3 ] }}\n  Pairs: {{ k: 1 }}\n  Long: {new string('y', 118)} …\n  Lines: one …\n  Tuple: (1, a)",
            value.ToDisplayString());
    }

    [Fact]
    public void Should_be_closed_when_nested_and_open_outside()
    {
        var html = new { Inner = new { A = 1 } }.ToDisplayString(Html);

        Assert.StartsWith("<details open=\"open\"", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<details open"));
        Assert.Equal(2, Regex.Count(html, "<details"));
    }

    [Fact]
    public void Should_read_as_their_type_says_when_nested_and_it_does()
    {
        var html = new { Where = new DirectoryInfo("/tmp") }.ToDisplayString(Html);

        Assert.Contains("<td>/tmp</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_wait_when_a_task_has_not_ended_and_make_nothing_that_is_lazy()
    {
        var lazy = new Lazy<int>(() => throw new InvalidOperationException("made"));

        Assert.Contains("Status: WaitingForActivation", new TaskCompletionSource<int>().Task.ToDisplayString(), StringComparison.Ordinal);
        Assert.Equal("Lazy<int>\n  IsValueCreated: False", lazy.ToDisplayString());
        Assert.False(lazy.IsValueCreated);
    }

    [Fact]
    public void Should_show_the_items_before_when_a_sequence_throws()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidOperationException("on purpose");
        }

        Assert.Equal("[ 1, ! InvalidOperationException: on purpose ]", Broken().ToDisplayString());
    }

    [Fact]
    public void Should_stay_small_when_the_value_is_huge()
    {
        // A tree of 8^7 nodes.
        static object Tree(int depth) => depth == 0 ? "leaf" : new { A = Children(depth), B = Children(depth) };
        static object[] Children(int depth) => [.. Enumerable.Repeat(Tree(depth - 1), 4)];

        Assert.InRange(Tree(7).ToDisplayString(Html).Length, 1_000, 2_000_000);
        Assert.InRange(Tree(7).ToDisplayString().Length, 100, 400);
        Assert.InRange(AppDomain.CurrentDomain.GetAssemblies().ToDisplayString(Html).Length, 100, 100_000);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(Html)]
    public void Should_end_when_a_list_holds_itself(string mimeType)
    {
        object[] list = [1, null!];
        list[1] = list;

        Assert.InRange(list.ToDisplayString(mimeType).Length, 1, 4_000);
    }

    [Fact]
    public void Should_be_cut_with_its_length_when_a_text_in_a_table_is_long()
    {
        Assert.Contains("… (1,000,000 characters)", new { Text = new string('x', 1_000_000) }.ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Equal(1_000_000, new string('x', 1_000_000).ToDisplayString().Length);
    }

    [Fact]
    public void Should_hide_columns_when_there_are_too_many()
    {
        var wide = new[] { new Wide() }.ToDisplayString(Html);

        Assert.Contains("… 4 more", wide, StringComparison.Ordinal);
        Assert.Equal(60 + 2, Regex.Count(wide, "<th[ >]"));
    }

    [Fact]
    public void Should_be_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "minus" } };
        try
        {
            Assert.Equal("[ -1.5, 2 ]", new[] { -1.5, 2 }.ToDisplayString());
            Assert.Contains("-1.5", new { X = -1.5m }.ToDisplayString(Html), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(typeof(int), "System.Int32")]
    [InlineData(typeof(Dictionary<string, int?>), "System.Collections.Generic.Dictionary<System.String,System.Nullable<System.Int32>>")]
    [InlineData(typeof(Dictionary<string, int>.KeyCollection), "System.Collections.Generic.Dictionary<System.String,System.Int32>.KeyCollection")]
    [InlineData(typeof(int[][,]), "System.Int32[,][]")]
    public void Should_read_as_in_CSharp_when_it_is_a_type(Type type, string name)
    {
        Assert.Equal(name, type.ToDisplayString());
    }

    [Fact]
    public void Should_be_text_when_it_is_one_piece()
    {
        Assert.Equal("2026-11-21 10:00:00Z", new DateTime(2026, 11, 21, 10, 0, 0, DateTimeKind.Utc).ToDisplayString());
        Assert.Equal("{\n  \"a\": 1\n}", JsonDocument.Parse("{\"a\":1}").ToDisplayString().ReplaceLineEndings("\n"));
        Assert.Equal("https://example.org/", new Uri("https://example.org").ToDisplayString());
        Assert.StartsWith("System.InvalidOperationException: bad", new InvalidOperationException("bad").ToDisplayString(), StringComparison.Ordinal);
        Assert.Equal("abc", "abc".AsMemory().ToDisplayString());
        Assert.Equal("[ 1, 2 ]", new Memory<int>([1, 2]).ToDisplayString());
        Assert.Equal("00000000  41 42 00                                         |AB.|", new byte[] { 65, 66, 0 }.ToDisplayString());
        Assert.EndsWith("… 680 more bytes", new byte[1000].ToDisplayString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_so_when_empty()
    {
        Assert.Equal("[ ]", Array.Empty<int>().ToDisplayString());
        Assert.Equal("Dictionary<string, int> (empty)", new Dictionary<string, int>().ToDisplayString());
        Assert.Contains("(empty)", new Dictionary<string, int>().ToDisplayString(Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_one_style_and_no_script_when_there_is_a_table()
    {
        var html = new[] { new { A = new { B = new[] { new { C = 1 } } } } }.ToDisplayString(Html);

        Assert.Single(Regex.Matches(html, "<style>"));
        Assert.EndsWith("</style>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style>", 3.ToDisplayString(Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_well_formed_when_it_is_any_value()
    {
        object[] values = [new Person("A & B", 1), new[] { new Person("<", 1) }, new Dictionary<Person, object> { [new("x", 1)] = new[,] { { 1 } } }, new[] { new[] { new { A = 1 } } }, new Faulty()];

        foreach (var value in values)
            System.Xml.Linq.XDocument.Parse($"<x>{value.ToDisplayString(Html)}</x>");
    }

    // Tags without attributes in square brackets, sections of tables and the style left out.
    private static string Outline(object value)
    {
        var html = Unseen().Replace(value.ToDisplayString(Html), "");
        return Tag().Replace(html, "[$1]");
    }

    [GeneratedRegex("<style>.*?</style>|</?(thead|tbody|div|span|code|i)\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<(/?\\w+)[^>]*>")]
    private static partial Regex Tag();

    private sealed record Person(string Name, int Age);

    private sealed class Faulty
    {
        public string Good { get; } = "fine";

        public string Bad => Good.Length > 0 ? throw new InvalidOperationException("<on purpose>") : Good;
    }

#pragma warning disable CS0649, CS0169 // Fields to be shown.
    private sealed class Wide
    {
        public int A01, A02, A03, A04, A05, A06, A07, A08, A09, A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, A20, A21, A22, A23, A24, A25, A26, A27, A28, A29, A30, A31, A32;
        public int B01, B02, B03, B04, B05, B06, B07, B08, B09, B10, B11, B12, B13, B14, B15, B16, B17, B18, B19, B20, B21, B22, B23, B24, B25, B26, B27, B28, B29, B30, B31, B32;
    }
#pragma warning restore CS0649, CS0169
}
