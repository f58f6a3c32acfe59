using System.Text;
using System.Text.Encodings.Web;
using EmotionNotebooks.Kernel.Display;

namespace EmotionNotebooks.Kernel.Execution.Completion;

/// <summary>A page of text and code, in plain text and HTML.</summary>
internal sealed class InspectionPage
{
    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _html = new();

    public void AddCode(string code)
    {
        AddPlain(code);
        _html.Append($"<pre>{HtmlEncoder.Default.Encode(code)}</pre>");
    }

    public void AddText(string text)
    {
        if (text.Length > 0)
        {
            AddPlain(text);
            _html.Append($"<p>{HtmlEncoder.Default.Encode(text).Replace("&#xA;", "<br>")}</p>");
        }
    }

    public void AddList(string title, IEnumerable<(string Name, string Text)> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return;
        }

        AddPlain($"{title}:\n" + string.Join('\n', all.Select(it => it.Name.Length == 0 ? $"  {it.Text}" : $"  {it.Name}: {it.Text}")));
        _html.Append($"<p>{title}</p><ul>");
        foreach (var (name, text) in all)
        {
            _html.Append($"<li>{(name.Length == 0 ? "" : $"<code>{HtmlEncoder.Default.Encode(name)}</code>: ")}{HtmlEncoder.Default.Encode(text)}</li>");
        }

        _html.Append("</ul>");
    }

    public MimeBundle ToBundle() => new(new Dictionary<string, string>
    {
        ["text/plain"] = _plain.ToString(),
        ["text/html"] = $"<div>{_html}</div>",
    });

    private void AddPlain(string text) => _plain.Append(_plain.Length == 0 ? "" : "\n\n").Append(text);
}
