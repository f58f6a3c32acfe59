using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>
/// Answers what front ends ask while people write. Runs on the asker's thread and waits for no cell: what it reads of the session never changes.
/// </summary>
internal sealed class Questions
{
    private readonly Completer _completer;
    private readonly Inspector _inspector;

    public Questions(CellRunner runner)
    {
        var directives = new DirectiveChoices(runner.Directives.All, runner.Options.WorkingFolder);
        _completer = new Completer(() => runner.Session.Scope, directives);
        _inspector = new Inspector(() => runner.Session.Scope, new VariablePreview(() => runner.Session.Submissions), directives);
    }

    public CompletionList Complete(string code, int position) => _completer.Complete(code, position);

    public MimeBundle? Inspect(string code, int position, bool detailed) => _inspector.Inspect(code, position, detailed);

    /// <summary>What a cell is answered that asks for a name.</summary>
    public CellResult Answer(HelpQuestion question) => new(
        null,
        Pager: Inspect(question.Name, question.Name.Length, question.Detailed) ?? MimeBundle.Plain($"{question.Name}: nothing is known of this name"));

    /// <summary>Asks what takes long the first time: names, members with extensions, documentation.</summary>
    public void WarmUp()
    {
        foreach (var code in (string[])["", "new int[0].", "using System.", "Console.Write("])
        {
            Complete(code, code.Length);
            Inspect(code, code.Length, detailed: true);
        }
    }
}
