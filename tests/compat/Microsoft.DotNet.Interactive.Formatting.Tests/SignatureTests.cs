using DuckDB.NET.Data.Tests.Support;
using Microsoft.DotNet.Interactive.Formatting.Tests.Support;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

/// <summary>
/// Source compatibility, member by member: what compat exposes the package has under the same names, parameter names, types and defaults.
/// package-signatures.txt holds what the package of the pinned version has in the types that compat has; on the package's stack the same test
/// checks the file. EMOTION_WRITE_FIXTURES=FOLDER writes it there, from the assembly that EMOTION_PACKAGE names or from the loaded one.
/// </summary>
[Trait("Needs", "Nothing")]
public sealed class SignatureTests
{
    private const string FileName = "package-signatures.txt";

    // IHtmlContent and HtmlString, which the package has from Microsoft.AspNetCore.Html.Abstractions, are not its own.
    private static readonly string[] Types =
    [
        nameof(DisplayExtensions), nameof(DisplayedValue), nameof(FormatContext), "FormatDelegate`1", nameof(FormattedValue), nameof(Formatter),
        "Formatter`1", nameof(Html), nameof(HtmlAttributes), nameof(HtmlFormatter), "HtmlFormatter`1", nameof(HtmlTag), nameof(ITypeFormatter),
        "ITypeFormatter`1", nameof(JsonFormatter), nameof(LaTeXString), nameof(PlainTextFormatter), "PlainTextFormatter`1", nameof(PocketView),
        nameof(PocketViewTags), "TypeFormatter`1",
    ];

    [Fact]
    public void Should_be_the_packages_when_exposed()
    {
        if (Environment.GetEnvironmentVariable("EMOTION_WRITE_FIXTURES") is { Length: > 0 } folder)
        {
            var package = Environment.GetEnvironmentVariable("EMOTION_PACKAGE") ?? Subset.Assembly.Location;
            File.WriteAllText(Path.Combine(folder, FileName), string.Join('\n', Signatures.Of(package, Types.Contains)) + "\n");
        }

        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "fixtures", FileName));
        var actual = Signatures.Of(Subset.Assembly.Location, Types.Contains).ToArray();
        if (!Subset.IsLoaded)
        {
            Assert.Equal(expected, actual);
            return;
        }

        var foreign = Members(actual).Except(Members(expected)).ToArray();
        Assert.True(foreign.Length == 0, $"members that the package does not have so:{Environment.NewLine}{string.Join(Environment.NewLine, foreign)}");
    }

    [Fact]
    public void Should_have_the_packages_types_only_when_exposed()
    {
        Subset.SkipOnThePackage();

        Assert.Equal(
            [.. Types, "HtmlString", "IHtmlContent", "Style"],
            Subset.Assembly.GetExportedTypes().Select(type => type.Name).OrderBy(name => Array.IndexOf(Types, name) is >= 0 and var place ? place : int.MaxValue)
                .ThenBy(name => name, StringComparer.Ordinal));
    }

    // Each member with its type before it.
    private static IEnumerable<string> Members(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(' '))
                type = line;
            yield return line.StartsWith(' ') ? $"{type}: {line.Trim()}" : line;
        }
    }
}
