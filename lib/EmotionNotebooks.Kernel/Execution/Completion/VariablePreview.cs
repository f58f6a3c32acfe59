using System.Reflection;
using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Scripts;
using Microsoft.CodeAnalysis;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>The values of variables of cells that have run.</summary>
/// <param name="submissions">What has run; may be asked on any thread.</param>
internal sealed class VariablePreview(Func<IReadOnlyList<Submission>> submissions)
{
    private const int MostLines = 10;
    private const int MostCharacters = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Type and value, in plain text; null where the name is none of a variable that has a value.</summary>
    public string? Of(ISymbol symbol)
    {
        if (symbol is not IFieldSymbol { ContainingType.IsScriptClass: true } field
            || submissions().LastOrDefault(it => it.Compilation.AssemblyName == field.ContainingAssembly.Name) is not { Instance: { } instance } submission
            || submission.Variables.FirstOrDefault(it => it.Name == field.Name) is not { } variable)
        {
            return null;
        }

        var value = variable.GetValue(instance);
        var text = Cut(Format(value));
        return value is not null && value.GetType() != variable.FieldType ? $"{TypeName.Short(value.GetType())}: {text}" : text;
    }

    // A cell may change the value meanwhile, and its own formatter may do anything.
    private static string Format(object? value)
    {
        var text = Task.Run(() =>
        {
            try
            {
                return ValueFormatter.Format(value, "text/plain").Data["text/plain"];
            }
            catch (Exception e) when (e is not InsufficientExecutionStackException)
            {
                return $"(its text cannot be made: {(e as TargetInvocationException)?.InnerException?.Message ?? e.Message})";
            }
        });
        return text.Wait(Patience) ? text.Result : "(its text takes long)";
    }

    private static string Cut(string text)
    {
        var lines = text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        var shown = string.Join('\n', lines.Take(MostLines));
        return shown.Length > MostCharacters ? shown[..MostCharacters] + "…"
            : lines.Length > MostLines ? $"{shown}\n… and {lines.Length - MostLines} more lines"
            : shown;
    }
}
