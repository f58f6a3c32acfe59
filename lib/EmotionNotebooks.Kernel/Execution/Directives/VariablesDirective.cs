using System.Text;
using System.Text.Encodings.Web;
using EmotionNotebooks.Kernel.Display;
using EmotionNotebooks.Kernel.Execution.Cells;

namespace EmotionNotebooks.Kernel.Execution.Directives;

/// <summary><c>#!who</c> and <c>#!whos</c>.</summary>
internal sealed class VariablesDirective(CellRunner runner, string name, bool isDetailed) : IDirective
{
    private const int MostCharacters = 80;

    public string Name => name;

    public string Help => isDetailed ? "#!whos: list the variables with types and values" : "#!who: list the variables";

    public void Run(DirectiveCall call, CellRun cell)
    {
        // Of variables with the same name the last.
        var variables = new SortedDictionary<string, (Type Type, object? Value)>(StringComparer.OrdinalIgnoreCase);
        foreach (var submission in runner.Session.Submissions.Where(it => it.Instance is not null))
        {
            foreach (var field in submission.Variables)
            {
                variables[field.Name] = (field.FieldType, field.GetValue(submission.Instance));
            }
        }

        if (!isDetailed)
        {
            call.FrontEnd.Display(MimeBundle.Plain(string.Join(", ", variables.Keys)));
            return;
        }

        var (plain, html) = (new StringBuilder(), new StringBuilder("<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>"));
        foreach (var (variable, (type, value)) in variables)
        {
            var (kind, text) = (TypeName.Short(type), Short(value));
            plain.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{variable}: {kind} = {text}");
            html.Append($"<tr><td>{HtmlEncoder.Default.Encode(variable)}</td><td>{HtmlEncoder.Default.Encode(kind)}</td><td>{HtmlEncoder.Default.Encode(text)}</td></tr>");
        }

        html.Append("</tbody></table>");
        call.FrontEnd.Display(new MimeBundle(new Dictionary<string, string>
        {
            ["text/plain"] = variables.Count == 0 ? "no variables yet" : plain.ToString().TrimEnd(),
            ["text/html"] = variables.Count == 0 ? "<p>no variables yet</p>" : html.ToString(),
        }));
    }

    private static string Short(object? value)
    {
        var text = ValueFormatter.Format(value, "text/plain").Data["text/plain"].ReplaceLineEndings(" ");
        return text.Length > MostCharacters ? text[..MostCharacters] + "…" : text;
    }
}
