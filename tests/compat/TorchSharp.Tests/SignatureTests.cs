using TorchSharp.Tests.Support;

namespace TorchSharp.Tests;

/// <summary>
/// Source compatibility, member by member: what compat exposes the package must have under the same names, parameter
/// names, types and defaults. package-signatures.txt holds what the package of the pinned version has; on the package's
/// stack the same test checks the file, and EMOTION_WRITE_FIXTURES=FOLDER writes it there.
/// </summary>
[Trait("Needs", "Nothing")]
public class SignatureTests
{
    private const string FileName = "package-signatures.txt";

    [Fact]
    public void Should_BeThePackages_When_Exposed()
    {
        var actual = Signatures.Of(Seam.Engine).ToArray();
        if (!Seam.Exists)
        {
            if (Environment.GetEnvironmentVariable("EMOTION_WRITE_FIXTURES") is { Length: > 0 } folder)
            {
                File.WriteAllText(Path.Combine(folder, FileName), string.Join('\n', actual) + "\n");
                return;
            }

            Assert.Equal(Expected(), actual);
            return;
        }

        var package = Group(Expected());
        var foreign = Group(actual)
            .SelectMany(type => type.Value.Members.Where(member => !Chain(package, type.Key).Any(known => Fits(member, known))).Select(member => $"{type.Key}: {member}"))
            .ToArray();

        Assert.True(foreign.Length == 0, $"{foreign.Length} members that the package does not have so:{Environment.NewLine}{string.Join(Environment.NewLine, foreign)}");
    }

    [Fact]
    public void Should_HaveThePackagesTypesOnly_When_Exposed()
    {
        var known = Group(Expected()).Keys.Append("Acceleration").ToHashSet();
        var foreign = Seam.Engine.GetExportedTypes()
            .Select(type => Signatures.Named(type))
            .Where(name => !known.Contains(name))
            .ToArray();

        Assert.True(!Seam.Exists || foreign.Length == 0, $"Public types that the package does not have: {string.Join(", ", foreign)}");
    }

    // A member fits where it is the same, or where only optional parameters at the end are missing here.
    private static bool Fits(string member, string known)
    {
        if (member == known)
        {
            return true;
        }

        var (here, there) = (Split(member), Split(known));
        return here.Head == there.Head && here.Tail == there.Tail && here.Parameters.Length < there.Parameters.Length
            && there.Parameters.Take(here.Parameters.Length).SequenceEqual(here.Parameters)
            && there.Parameters.Skip(here.Parameters.Length).All(parameter => parameter.Contains(" = ", StringComparison.Ordinal));
    }

    private static (string Head, string[] Parameters, string Tail) Split(string member)
    {
        var (open, close) = (member.IndexOf('(', StringComparison.Ordinal), member.LastIndexOf(')'));
        if (open < 0)
        {
            return (member, [], "");
        }

        // Commas inside of generic arguments do not part parameters.
        var parameters = new List<string> { "" };
        var depth = 0;
        foreach (var letter in member[(open + 1)..close])
        {
            depth += letter switch { '<' => 1, '>' => -1, _ => 0 };
            if (letter == ',' && depth == 0)
            {
                parameters.Add("");
            }
            else
            {
                parameters[^1] += letter;
            }
        }

        return (member[..open], [.. parameters.Select(parameter => parameter.Trim()).Where(parameter => parameter.Length > 0)], member[(close + 1)..]);
    }

    // The members of a type and of its bases.
    private static IEnumerable<string> Chain(Dictionary<string, (string Base, List<string> Members)> types, string name)
    {
        for (var at = name; types.TryGetValue(at, out var type); at = type.Base)
        {
            foreach (var member in type.Members)
            {
                yield return member;
            }
        }
    }

    private static Dictionary<string, (string Base, List<string> Members)> Group(IEnumerable<string> lines)
    {
        var types = new Dictionary<string, (string Base, List<string> Members)>(StringComparer.Ordinal);
        List<string>? members = null;
        foreach (var line in lines)
        {
            if (line.StartsWith(' '))
            {
                members!.Add(line.Trim());
                continue;
            }

            members = [];
            var (name, parent) = (line.Split(" : ")[0], line.Split(" : ")[1]);
            types[name] = (parent, members);
        }

        return types;
    }

    private static string[] Expected() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "fixtures", FileName));
}
