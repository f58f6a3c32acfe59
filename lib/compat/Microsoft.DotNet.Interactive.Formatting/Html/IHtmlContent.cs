using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>Something that is HTML already. The package has it from Microsoft.AspNetCore.Html.Abstractions.</summary>
public interface IHtmlContent
{
    /// <summary>Writes it, encoded.</summary>
    void WriteTo(TextWriter writer, HtmlEncoder encoder);
}
