using System.Net;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Text as HTML.</summary>
public static class Html
{
    /// <summary>Text, shown as it stands: what HTML would read as marks is encoded.</summary>
    public static IHtmlContent HtmlEncode(this string content) => new HtmlString(WebUtility.HtmlEncode(content));

    /// <summary>Text that is HTML already.</summary>
    public static IHtmlContent ToHtmlContent(this string value) => new HtmlString(value);

    /// <summary>An element of the name.</summary>
    public static HtmlTag Tag(this string tagName) => new(tagName);
}
