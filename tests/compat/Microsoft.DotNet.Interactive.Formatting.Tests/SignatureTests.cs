using EmotionNotebooks.Compat.Tests;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

/// <summary>Source compatibility, member by member: see <see cref="PackageSignatures"/>.</summary>
[Trait("Needs", "Nothing")]
public sealed class SignatureTests
{
    // IHtmlContent and HtmlString, which the package has from Microsoft.AspNetCore.Html.Abstractions, are not its own.
    private static readonly string[] Types =
    [
        nameof(DisplayExtensions), nameof(DisplayedValue), nameof(FormatContext), "FormatDelegate`1", nameof(FormattedValue), nameof(Formatter),
        "Formatter`1", nameof(Html), nameof(HtmlAttributes), nameof(HtmlFormatter), "HtmlFormatter`1", nameof(HtmlTag), nameof(ITypeFormatter),
        "ITypeFormatter`1", nameof(JsonFormatter), nameof(LaTeXString), nameof(PlainTextFormatter), "PlainTextFormatter`1", nameof(PocketView),
        nameof(PocketViewTags), "TypeFormatter`1",
    ];

    [Fact]
    public void Should_be_the_packages_when_exposed() => PackageSignatures.Check(Subset.Assembly, Types);

    [Fact]
    public void Should_have_the_packages_types_only_when_exposed()
    {
        Subset.SkipOnThePackage();

        Assert.Equal(
            [.. Types, "HtmlString", "IHtmlContent", "Style"],
            Subset.Assembly.GetExportedTypes().Select(type => type.Name).OrderBy(name => Array.IndexOf(Types, name) is >= 0 and var place ? place : int.MaxValue)
                .ThenBy(name => name, StringComparer.Ordinal));
    }
}
