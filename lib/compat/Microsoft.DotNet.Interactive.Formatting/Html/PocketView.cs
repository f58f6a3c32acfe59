using System.Dynamic;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>HTML written as C#: <c>div[style: "color:red"](h1("Title"), p(text))</c>. Strings are encoded.</summary>
public class PocketView : DynamicObject, IHtmlContent
{
    /// <summary>No element: its members are.</summary>
    /// <param name="nested">Ignored.</param>
    public PocketView(PocketView? nested = null)
    {
        HtmlTag = new HtmlTag("");
    }

    /// <param name="tagName">The name of the element.</param>
    /// <param name="nested">Ignored.</param>
    public PocketView(string tagName, PocketView? nested = null)
    {
        HtmlTag = tagName.Tag();
    }

    /// <summary>The element.</summary>
    public HtmlTag HtmlTag { get; }

    /// <summary>Its attributes.</summary>
    public HtmlAttributes HtmlAttributes => HtmlTag.HtmlAttributes;

    /// <summary>Shows it.</summary>
    public DisplayedValue Display() => this.Display(HtmlFormatter.MimeType);

    /// <summary><c>_.div</c>: an element.</summary>
    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        result = new PocketView(binder.Name);
        return true;
    }

    /// <summary><c>_.div(…)</c>: an element with what is in it.</summary>
    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        var view = new PocketView(binder.Name);
        view.SetContent(args ?? []);
        result = view;
        return true;
    }

    /// <summary><c>div(…)</c>: what is in it.</summary>
    public override bool TryInvoke(InvokeBinder binder, object?[]? args, out object? result)
    {
        SetContent(args ?? []);
        result = this;
        return true;
    }

    /// <summary><c>div[style: "…", data_name: "…"]</c>: attributes; an underscore stands for a hyphen.</summary>
    public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object? result)
    {
        ArgumentNullException.ThrowIfNull(binder);
        ArgumentNullException.ThrowIfNull(indexes);
        var names = binder.CallInfo.ArgumentNames;
        var unnamed = indexes.Length - names.Count;
        for (var i = 0; i < indexes.Length; i++)
        {
            if (indexes[i] is IDictionary<string, object?> attributes)
                HtmlAttributes.MergeWith(attributes);
            else if (i >= unnamed)
                HtmlAttributes[names[i - unnamed].Replace('_', '-')] = indexes[i];
            else if (indexes[i] is string name)
                HtmlAttributes[name] = null;
        }

        result = this;
        return true;
    }

    /// <summary>Sets what is in it: text, elements, sequences of elements, and values, which are formatted.</summary>
    public virtual void SetContent(object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Length > 0)
            HtmlTag.Content = context => Array.ForEach(args, arg => Write(arg, context));
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => HtmlTag.WriteTo(writer, encoder);

    /// <summary>Writes it inside something.</summary>
    public void WriteTo(FormatContext context) => HtmlTag.WriteTo(context);

    public override string ToString() => Formatter.Write(WriteTo);

    private static void Write(object? content, FormatContext context)
    {
        switch (content)
        {
            case string text:
                context.Writer.Write(text.HtmlEncode());
                break;
            case HtmlTag tag:
                tag.WriteTo(context);
                break;
            case IHtmlContent html:
                HtmlDefaults.WriteHtml(html, context);
                break;
            case IEnumerable<object> items when items.ToArray() is var all && Array.TrueForAll(all, item => item is IHtmlContent):
                Array.ForEach(all, item => Write(item, context));
                break;
            default:
                content.FormatTo(context, HtmlFormatter.MimeType);
                break;
        }
    }
}
