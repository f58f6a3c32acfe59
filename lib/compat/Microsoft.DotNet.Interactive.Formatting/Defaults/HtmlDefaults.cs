using System.Net;
using System.Text.Encodings.Web;
using EmotionNotebooks.Kernel.Display;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Values as HTML: scalars as text, members and items as tables, what lies inside as details that open.</summary>
internal static class HtmlDefaults
{
    // Longer text in a table is broken into lines.
    private const int LongLine = 60;

    public static void Write(object value, FormatContext context)
    {
        var shape = Shape.Of(value.GetType());
        switch (shape.Kind)
        {
            case Kind.Scalar:
                WritePlain(Scalar.Text(value), context);
                break;
            case Kind.Html:
                WriteHtml((IHtmlContent)value, context);
                break;
            case Kind.Bytes:
                WritePlain(Bytes.Dump(value), context);
                break;
            case Kind.Tuple:
                WritePlain(Line.Of(value), context);
                break;
            case Kind.Grid:
                WriteGrid(Grid.Of((Array)value), context);
                break;
            case Kind.Sequence:
                WriteItems(value, shape, context);
                break;
            case Kind.Dictionary:
                Nested(value, context, () => WriteTable(Table.OfPairs(value, HtmlFormatter.MimeType), context));
                break;
            default:
                WriteMembers(value, shape, context);
                break;
        }
    }

    /// <summary>Text, as it stands.</summary>
    public static void WritePlain(string text, FormatContext context)
    {
        if (!context.InTable)
            context.Writer.Write($"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(text)}</pre></div>");
        else if (Scalar.Cut(text, Limits.CellText) is var cut && (cut.Length > LongLine || cut.Contains('\n', StringComparison.Ordinal)))
            context.Writer.Write($"<div class=\"dni-text\">{WebUtility.HtmlEncode(cut)}</div>");
        else
            context.Writer.Write(WebUtility.HtmlEncode(cut));
    }

    public static void WriteHtml(IHtmlContent content, FormatContext context)
    {
        if (content is PocketView view)
            view.WriteTo(context);
        else
            content.WriteTo(context.Writer, HtmlEncoder.Default);
    }

    private static void WriteItems(object value, Shape shape, FormatContext context)
    {
        var items = Items.Of(value, Limits.Of(shape.Element));
        if (items.First.TrueForAll(item => item is null || (Shape.IsScalar(item.GetType()) && Registry.IsDefault(item.GetType(), HtmlFormatter.MimeType))))
            WritePlain(Line.Of(items), context);
        else
            Nested(value, context, () => WriteTable(Table.OfItems(items, HtmlFormatter.MimeType), context));
    }

    private static void WriteMembers(object value, Shape shape, FormatContext context)
    {
        if (shape.Members.Length == 0 || value is Thrown || (context.InTable && shape.HasOwnText))
        {
            WritePlain(Scalar.Text(value), context);
            return;
        }

        WriteDetails(value, isOpen: !context.InTable, context, () =>
        {
            context.Writer.Write("<table><tbody>");
            foreach (var member in shape.Members.Take(Limits.Members))
            {
                context.Writer.Write($"<tr><td>{WebUtility.HtmlEncode(member.Name)}</td>");
                WriteCell(member.Get(value), context);
                context.Writer.Write("</tr>");
            }

            if (shape.Members.Length > Limits.Members)
                WriteRest($"… {shape.Members.Length - Limits.Members} more", 2, context);
            context.Writer.Write("</tbody></table>");
        });
    }

    private static void WriteTable(Table table, FormatContext context)
    {
        var writer = context.Writer;
        context.RequireStyles();
        if (table.Items.Count == 0)
        {
            writer.Write($"<i>{WebUtility.HtmlEncode(table.Rest.Length > 0 ? table.Rest : "(empty)")}</i>");
            return;
        }

        var areNumbers = table.Items.TrueForAll(item => item is not null && Scalar.IsNumber(item.GetType()));
        var columns = table.Columns?.Length ?? (table.IsMixed ? 2 : 1);
        writer.Write($"<table class=\"dni-table\"><thead><tr><th><i>{table.KeyName}</i></th>");
        if (table.Columns is { } headers)
        {
            foreach (var header in headers)
                writer.Write($"<th{(Scalar.IsNumber(header.Type) ? " class=\"n\"" : "")}>{WebUtility.HtmlEncode(header.Name)}</th>");
        }
        else
        {
            writer.Write(table.IsMixed ? "<th>type</th><th>value</th>" : $"<th{(areNumbers ? " class=\"n\"" : "")}>value</th>");
        }

        writer.Write(table.HiddenColumns > 0 ? $"<th>… {table.HiddenColumns} more</th></tr></thead><tbody>" : "</tr></thead><tbody>");

        for (var i = 0; i < table.Items.Count; i++)
        {
            var item = table.Items[i];
            writer.Write("<tr>");
            WriteCell(table.Keys[i], context, table.KeyName == "index" ? "i" : null);
            if (table.Columns is { } members)
            {
                foreach (var member in members)
                    WriteCell(item is null ? null : member.Get(item), context, Scalar.IsNumber(member.Type) ? "n" : null);
            }
            else
            {
                if (table.IsMixed)
                    writer.Write($"<td class=\"i\">{WebUtility.HtmlEncode(item is null ? "" : TypeName.Short(item.GetType()))}</td>");
                WriteCell(item, context, areNumbers ? "n" : null);
            }

            writer.Write("</tr>");
        }

        if (table.Rest.Length > 0)
            WriteRest(table.Rest, columns + 1, context);
        writer.Write("</tbody></table>");
    }

    private static void WriteGrid(Grid grid, FormatContext context)
    {
        context.RequireStyles();
        context.Writer.Write("<table class=\"dni-table\"><tbody>");
        foreach (var row in grid.Rows)
        {
            context.Writer.Write("<tr>");
            foreach (var item in row)
                WriteCell(item, context, "n");
            context.Writer.Write("</tr>");
        }

        if (grid.Rest.Length > 0)
            WriteRest(grid.Rest, Math.Max(grid.Rows[0].Length, 1), context);
        context.Writer.Write("</tbody></table>");
    }

    private static void WriteCell(object? value, FormatContext context, string? style = null)
    {
        context.Writer.Write(style is null ? "<td>" : $"<td class=\"{style}\">");
        var outer = context.InTable;
        context.InTable = true;
        try
        {
            value.FormatTo(context, HtmlFormatter.MimeType);
        }
        finally
        {
            context.InTable = outer;
        }

        context.Writer.Write("</td>");
    }

    private static void WriteRest(string rest, int columns, FormatContext context) =>
        context.Writer.Write($"<tr><td class=\"dni-more\" colspan=\"{columns}\"><i>{WebUtility.HtmlEncode(rest)}</i></td></tr>");

    // In a cell a table stands behind a line that opens it.
    private static void Nested(object value, FormatContext context, Action write)
    {
        if (context.InTable)
            WriteDetails(value, isOpen: false, context, write);
        else
            write();
    }

    private static void WriteDetails(object value, bool isOpen, FormatContext context, Action write)
    {
        context.RequireStyles();
        var summary = WebUtility.HtmlEncode(Line.Of(value));
        context.Writer.Write($"<details{(isOpen ? " open=\"open\"" : "")} class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>{summary}</code></span></summary><div>");
        write();
        context.Writer.Write("</div></details>");
    }
}
