using EmotionNotebooks.Compat.Tests;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

/// <summary>lib/compat holds as much as the kernel, the views and notebooks use: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public sealed class SurfaceTests
{
    // What the notebooks of kernel.md's survey use, beyond those that are here.
    private static readonly HashSet<string> InOtherNotebooks =
    [
        "DefaultMimeType", "RecursionLimit", "NullString", "ResetToDefault", "GetPreferredMimeTypesFor", "GetPreferredFormatterFor", "Format",
        "FormatTo", "LaTeXString", "Style", "AddCssClass", "SelfClosing", "Depth", "Type", "Writer",
        "FormatContext", "ITypeFormatter", "TypeFormatter", "HtmlFormatter", "PlainTextFormatter", "JsonFormatter", "PocketView", "HtmlString", "WriteTo", "MimeType", "SetContent",
        "HtmlTag", "HtmlAttributes", "Content", "Name", "IsSelfClosing", "Html", "HtmlEncode", "Tag",
    ];

    [Fact]
    public void Should_be_used_when_public()
    {
        Subset.SkipOnThePackage();

        var unused = Surface.Unused(Subset.Assembly.Location, Users(), full => full.EndsWith("PocketViewTags", StringComparison.Ordinal), Spoken());
        Assert.True(unused.Count == 0, $"members that nobody uses:{Environment.NewLine}{string.Join(Environment.NewLine, unused)}");
    }

    [Fact]
    public void Should_list_what_is_unused()
    {
        Subset.SkipOnThePackage();

        Assert.Contains("System.DisplayExtensions", Surface.Unused(Subset.Assembly.Location, [], _ => false));
    }

    private static string[] Users() => [Built.Library("EmotionNotebooks.Kernel", "emotion-kernel"), Built.Library("EmotionNotebooks.Interactive")];

    private static HashSet<string> Spoken() => [.. InOtherNotebooks, .. NotebookWords.In("notebooks", "tests/fixtures/notebooks")];
}
