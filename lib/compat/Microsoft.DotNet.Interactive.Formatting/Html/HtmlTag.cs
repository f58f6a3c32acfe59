using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>An element.</summary>
public class HtmlTag : IHtmlContent
{
    /// <param name="name">Its name.</param>
    public HtmlTag(string name)
    {
        Name = name;
    }

    /// <param name="name">Its name.</param>
    /// <param name="text">What is in it, as HTML.</param>
    public HtmlTag(string name, string text)
        : this(name, context => context.Writer.Write(text))
    {
    }

    /// <param name="name">Its name.</param>
    /// <param name="content">What is in it.</param>
    public HtmlTag(string name, IHtmlContent content)
        : this(name, context => HtmlDefaults.WriteHtml(content, context))
    {
    }

    /// <param name="name">Its name.</param>
    /// <param name="content">Writes what is in it.</param>
    public HtmlTag(string name, Action<FormatContext> content)
        : this(name)
    {
        Content = content;
    }

    /// <summary>Writes what is in it; null where nothing is.</summary>
    public Action<FormatContext>? Content { get; set; }

    /// <summary>Whether it is written without an end where nothing is in it.</summary>
    public bool IsSelfClosing { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>Its attributes.</summary>
    public HtmlAttributes HtmlAttributes { get; set; } = [];

    public virtual void WriteTo(TextWriter writer, HtmlEncoder? encoder = null) => WriteTo(new FormatContext(writer));

    /// <summary>Writes it inside something.</summary>
    public void WriteTo(FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Writer.Write($"<{Name}");
        HtmlAttributes.WriteTo(context.Writer, HtmlEncoder.Default);
        if (Content is null && IsSelfClosing)
        {
            context.Writer.Write(" />");
            return;
        }

        context.Writer.Write('>');
        Content?.Invoke(context);
        context.Writer.Write($"</{Name}>");
    }

    public override string ToString() => Formatter.Write(WriteTo);
}
