using System.Reflection;

namespace EmotionNotebooks.Compat.Tests;

/// <summary>
/// Source compatibility, member by member: what compat exposes the package has under the same names, parameter names, types and defaults.
/// package-signatures.txt holds what the package of the pinned version has in the types that compat has; on the package's stack the same test
/// checks the file. EMOTION_WRITE_FIXTURES=FOLDER writes it there, from the assembly that EMOTION_PACKAGE names or from the loaded one.
/// </summary>
internal static class PackageSignatures
{
    private const string FileName = "package-signatures.txt";

    /// <summary>Fails where the assembly and the file of the package's signatures differ.</summary>
    /// <param name="assembly">What compat or the package has loaded.</param>
    /// <param name="types">The types to compare, as metadata names them.</param>
    /// <param name="isWhole">Whether the file has all members of these types, and not a part of them.</param>
    public static void Check(Assembly assembly, IReadOnlyCollection<string> types, bool isWhole = true)
    {
        if (Environment.GetEnvironmentVariable("EMOTION_WRITE_FIXTURES") is { Length: > 0 } folder)
        {
            var package = Environment.GetEnvironmentVariable("EMOTION_PACKAGE") ?? assembly.Location;
            File.WriteAllText(Path.Combine(folder, FileName), string.Join('\n', Signatures.Of(package, types.Contains)) + "\n");
        }

        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "fixtures", FileName));
        var actual = Signatures.Of(assembly.Location, types.Contains).ToArray();
        if (!Subset.IsLoaded && isWhole)
        {
            Assert.Equal(expected, actual);
            return;
        }

        var (smaller, larger) = Subset.IsLoaded ? (actual, expected) : (expected, actual);
        var foreign = Members(smaller).Except(Members(larger)).ToArray();
        Assert.True(foreign.Length == 0, $"members that the package does not have so:{Environment.NewLine}{string.Join(Environment.NewLine, foreign)}");
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
