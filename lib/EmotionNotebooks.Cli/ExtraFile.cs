using System.CommandLine;

namespace EmotionNotebooks.Cli;

/// <summary>An option that names a file to write beside what is printed.</summary>
/// <param name="option">Its name, such as <c>--json</c>.</param>
/// <param name="content">What the last line calls the file, such as <c>figures</c>.</param>
/// <param name="description">The option's help.</param>
internal sealed class ExtraFile(string option, string content, string description)
{
    private readonly Option<string?> _path = new(option) { Description = description, HelpName = "file" };

    public void AddTo(Command command) => command.Options.Add(_path);

    /// <summary>Writes the file where one was asked for, and says where it lies.</summary>
    public void Write(ParseResult parsed, Action<string> save)
    {
        if (parsed.GetValue(_path) is { } path)
        {
            save(path);
            Report.Line($"{content}: {path}");
        }
    }
}
