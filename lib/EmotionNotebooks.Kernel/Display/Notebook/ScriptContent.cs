using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>A script, which runs where it is shown.</summary>
public class ScriptContent(string scriptValue) : IHtmlContent
{
    /// <summary>The script.</summary>
    public string ScriptValue { get; } = scriptValue;

    /// <summary>Writes the script alone, without its element.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ScriptValue);
}
