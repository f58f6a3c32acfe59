using System.Text.RegularExpressions;
using EmotionNotebooks.Kernel.Execution.Directives;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>What could stand in a line that is no C#: the names of directives, and the paths that they take.</summary>
/// <param name="directives">The directives that there are.</param>
/// <param name="folder">Where relative paths start.</param>
internal sealed partial class DirectiveChoices(IEnumerable<IDirective> directives, string folder)
{
    private static readonly (string Name, string Help)[] Languages =
    [
        ("#!csharp", "what follows is C#"),
        ("#!markdown", "what follows is text for people"),
        ("#!html", "what follows is HTML, shown as it is"),
        ("#!javascript", "what follows runs in the front end"),
        ("#!mermaid", "what follows is a Mermaid diagram"),
    ];

    private static readonly string[] Assemblies = [".dll"];
    private static readonly string[] Projects = [".csproj"];
    private static readonly string[] Scripts = [".csx", ".cs", ".ipynb", ".dib"];

    private readonly (string Name, string Help)[] _all =
        [.. directives.Select(it => (it.Name, it.Help)).Concat(Languages).DistinctBy(it => it.Name)];

    /// <summary>What a directive is for; null where there is none of that name.</summary>
    public string? HelpOf(string name) => _all.FirstOrDefault(it => it.Name == name).Help;

    /// <summary>The choices; null where the line is none of a directive.</summary>
    /// <param name="line">The line up to the place.</param>
    /// <param name="position">The place.</param>
    public CompletionList? Complete(string line, int position)
    {
        if (Name().Match(line) is { Success: true } name)
        {
            var choices = new Choices(name.Groups[1].Value);
            foreach (var (text, help) in _all)
            {
                choices.Add(text, "magic", Rank.Near, help);
            }

            return new CompletionList(position - name.Groups[1].Length, position, choices.ToList());
        }

        return Argument().Match(line) is { Success: true } argument
            ? CompleteArgument(argument.Groups["name"].Value, argument.Groups["quote"].Length > 0, argument.Groups["typed"].Value, position)
            : null;
    }

    private CompletionList CompleteArgument(string name, bool quoted, string typed, int position)
    {
        if (name is "#r" or "#i" && !quoted || typed.Contains('"'))
        {
            return new CompletionList(position, position, []);
        }

        var kinds = new Choices(typed);
        switch (name)
        {
            case "#r" when Scheme().Match(typed) is { Success: true } scheme:
                return scheme.Groups[1].Value == "project"
                    ? Paths(typed[scheme.Length..], Projects, [], position)
                    : new CompletionList(position, position, []);
            case "#r":
                kinds.Add("nuget: ", "magic", Rank.Expected, "#r \"nuget: Id, Version\"");
                kinds.Add("project: ", "magic", Rank.Expected, "#r \"project: x.csproj\"");
                return Paths(typed, Assemblies, kinds.ToList(), position);
            case "#i":
                kinds.Add("nuget: ", "magic", Rank.Expected, "#i \"nuget: source\"");
                return new CompletionList(position - typed.Length, position, kinds.ToList());
            case "#load" or "#!import":
                return Paths(typed, Scripts, [], position);
            default:
                return new CompletionList(position, position, []);
        }
    }

    // The scheme stands only where no folder does, so that all choices replace the same text.
    private CompletionList Paths(string typed, string[] extensions, IReadOnlyList<CompletionItem> more, int position) =>
        new(position - (typed.Length - PathChoices.NameStart(typed)), position, [.. more, .. PathChoices.Of(typed, folder, extensions)]);

    [GeneratedRegex(@"^\s*(#!?[\w-]*)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*(?<name>#!?[\w-]+)\s*(?<quote>""?)(?<typed>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Argument();

    [GeneratedRegex(@"^(nuget|project):\s*")]
    private static partial Regex Scheme();
}
