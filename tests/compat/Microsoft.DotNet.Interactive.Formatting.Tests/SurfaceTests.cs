using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting.Tests.Support;
using TorchSharp.Tests.Support;

namespace Microsoft.DotNet.Interactive.Formatting.Tests;

/// <summary>lib/compat holds as much as the kernel, the views and notebooks use: a member that nobody uses does not exist.</summary>
[Trait("Needs", "SystemStack")]
public sealed partial class SurfaceTests
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

    private static HashSet<string> Spoken()
    {
        string[] folders = [Path.Combine(Repository.Root, "tests", "fixtures", "notebooks"), Path.Combine(Repository.Root, "notebooks")];
        var words = new HashSet<string>(InOtherNotebooks);
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)))
        {
            using var notebook = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var cell in notebook.RootElement.GetProperty("cells").EnumerateArray())
            {
                if (cell.GetProperty("cell_type").GetString() == "code")
                    words.UnionWith(Word().Matches(cell.GetProperty("source").ToString()).Select(match => match.Value));
            }
        }

        return words;
    }

    // Beside .../bin/<stack>/<configuration>/<framework>/ of this test.
    private static IEnumerable<string> Users()
    {
        var where = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var (stack, configuration, framework) = (where.Parent!.Parent!.Name, where.Parent.Name, where.Name);
        foreach (var (project, assembly) in new[] { ("EmotionNotebooks.Kernel", "emotion-kernel.dll"), ("EmotionNotebooks.Interactive", "EmotionNotebooks.Interactive.dll") })
            yield return Path.Combine(Repository.Root, "lib", project, "bin", stack, configuration, framework, assembly);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
