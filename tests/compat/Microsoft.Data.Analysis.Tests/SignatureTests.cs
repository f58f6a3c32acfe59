using Microsoft.Data.Analysis.Tests.Support;

namespace Microsoft.Data.Analysis.Tests;

/// <summary>
/// Source compatibility, member by member: what compat exposes the package has under the same names, parameter names, types and defaults.
/// package-signatures.txt holds what the package of the pinned version has in the types that compat has, but for members about other types of
/// columns, Arrow, ML.NET and databases; it was read from the package's source at its release. On the package's stack the same test checks the file.
/// </summary>
[Trait("Needs", "Nothing")]
public sealed class SignatureTests
{
    private static readonly Dictionary<string, HashSet<string>> Package = Read();

    [Fact]
    public void Should_be_the_packages_when_exposed()
    {
        var pairs = Subset.Assembly.GetExportedTypes().Where(type => Package.ContainsKey(type.Name)).Select(type => (type.Name, Here: Signatures.Of(type).ToHashSet()));
        var foreign = pairs
            .SelectMany(it => (Subset.IsLoaded ? it.Here.Except(Package[it.Name]) : Package[it.Name].Except(it.Here)).Select(member => $"{it.Name}: {member}"))
            .ToArray();

        Assert.True(foreign.Length == 0, $"members that are not the package's:{Environment.NewLine}{string.Join(Environment.NewLine, foreign)}");
    }

    [Fact]
    public void Should_have_the_packages_types_only_when_exposed()
    {
        var here = Subset.Assembly.GetExportedTypes().Select(type => type.Name).ToHashSet();

        Assert.Empty(Package.Keys.Except(here));
        if (Subset.IsLoaded)
            Assert.Empty(here.Except(Package.Keys));
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        var types = new Dictionary<string, HashSet<string>>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "fixtures", "package-signatures.txt")))
        {
            if (line.StartsWith(' '))
                types.Last().Value.Add(line.Trim());
            else
                types.Add(line, []);
        }

        return types;
    }
}
