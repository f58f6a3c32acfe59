using EmotionNotebooks.Kernel.Execution.Cells;
using EmotionNotebooks.Kernel.Execution.Scripts;
using EmotionNotebooks.Notebooks;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>Says what could stand at a place of a cell.</summary>
/// <param name="scope">What has run; may be asked on any thread.</param>
/// <param name="directives">What could stand in lines that are no C#.</param>
internal sealed class Completer(Func<ScriptScope> scope, DirectiveChoices directives)
{
    public CompletionList Complete(string text, int position)
    {
        position = Math.Clamp(position, 0, text.Length);
        var nothing = new CompletionList(position, position, []);
        var cell = CSharpText.Of(text);
        var lineStart = text.AsSpan(0, position).LastIndexOf('\n') + 1;
        var line = text[lineStart..position];
        var part = CellParser.Parse(text).LastOrDefault(it => it.Line <= 1 + text.AsSpan(0, lineStart).Count('\n'));
        var other = part is { IsDirective: false } && part.Name != CellLanguage.CSharp;
        if (line.TrimStart() is ['#', .. var rest] && (!other || rest.StartsWith('!')) && !Code.IsText(cell, lineStart + line.IndexOf('#')))
        {
            return directives.Complete(line, position) ?? nothing;
        }

        if (other)
        {
            return nothing;
        }

        var code = new Code(scope(), cell, position);
        if (code.InText)
        {
            return nothing;
        }

        var choices = new Choices(code.Prefix);
        if (!UsingChoices.Add(code, choices) && !MemberChoices.Add(code, choices) && !InitializerChoices.Add(code, choices))
        {
            NameChoices.Add(code, choices);
        }

        return new CompletionList(code.Start, position, choices.ToList());
    }
}
