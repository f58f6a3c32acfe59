using System.Globalization;
using System.Text.Encodings.Web;
using EmotionNotebooks.Kernel.Display;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Values as plain text: scalars as they are, records as aligned columns, everything inside them in one line.</summary>
internal static class PlainDefaults
{
    private const int CellLimit = 40;

    public static void Write(object value, FormatContext context)
    {
        var shape = Shape.Of(value.GetType());
        var isNested = context.Depth > 1;
        switch (shape.Kind)
        {
            case Kind.Scalar:
                context.Writer.Write(Scalar.Text(value));
                break;
            case Kind.Html:
                ((IHtmlContent)value).WriteTo(context.Writer, HtmlEncoder.Default);
                break;
            case Kind.Bytes:
                context.Writer.Write(Bytes.Dump(value));
                break;
            case Kind.Sequence when !isNested:
                WriteItems(Items.Of(value, Limits.Of(shape.Element)), shape, context.Writer);
                break;
            case Kind.Dictionary when !isNested:
                WriteTable(Table.OfPairs(value, PlainTextFormatter.MimeType), shape, context.Writer);
                break;
            case Kind.Grid when !isNested:
                WriteGrid(Grid.Of((Array)value), context.Writer);
                break;
            case Kind.Members when !isNested && shape.Members.Length > 0:
                WriteMembers(value, shape, context.Writer);
                break;
            default:
                context.Writer.Write(Line.Of(value));
                break;
        }
    }

    private static void WriteMembers(object value, Shape shape, TextWriter writer)
    {
        writer.Write(TypeName.Short(shape.Type));
        foreach (var member in shape.Members.Take(Limits.Members))
            writer.Write($"\n  {member.Name}: {Line.Of(member.Get(value))}");
        if (shape.Members.Length > Limits.Members)
            writer.Write($"\n  … {shape.Members.Length - Limits.Members} more");
    }

    private static void WriteItems(Items items, Shape shape, TextWriter writer)
    {
        if (Shape.IsScalar(shape.Element) && shape.Element != typeof(object) || items.First.TrueForAll(item => item is null || Shape.IsScalar(item.GetType())))
            writer.Write(Line.Of(items));
        else
            WriteTable(Table.OfItems(items, PlainTextFormatter.MimeType), shape, writer);
    }

    private static void WriteTable(Table table, Shape shape, TextWriter writer)
    {
        if (table.Items.Count == 0)
        {
            writer.Write($"{TypeName.Short(shape.Type)} {(table.Rest.Length > 0 ? table.Rest : "(empty)")}");
            return;
        }

        if (table.Columns is { } columns)
        {
            List<string[]> rows = [["", .. columns.Select(column => column.Name)]];
            rows.AddRange(table.Items.Select((item, i) => (string[])
                [Line.Of(table.Keys[i], CellLimit), .. columns.Select(column => item is null ? Formatter.NullString : Line.Of(column.Get(item), CellLimit))]));
            WriteColumns(rows, [false, .. columns.Select(column => Scalar.IsNumber(column.Type))], writer);
        }
        else
        {
            writer.Write(string.Join('\n', table.Items.Select((item, i) => $"{Line.Of(table.Keys[i], CellLimit)}: {Line.Of(item)}")));
        }

        if (table.HiddenColumns > 0)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\n(… {table.HiddenColumns} more columns)"));
        if (table.Rest.Length > 0)
            writer.Write($"\n{table.Rest}");
    }

    private static void WriteGrid(Grid grid, TextWriter writer)
    {
        WriteColumns([.. grid.Rows.Select(row => row.Select(item => Line.Of(item, CellLimit)).ToArray())], [.. grid.Rows.First().Select(_ => true)], writer);
        if (grid.Rest.Length > 0)
            writer.Write($"\n{grid.Rest}");
    }

    // Rows of equal length, numbers to the right.
    private static void WriteColumns(List<string[]> rows, bool[] toTheRight, TextWriter writer)
    {
        var widths = toTheRight.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Select((cell, column) => toTheRight[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            writer.Write((i > 0 ? "\n" : "") + string.Join("  ", cells).TrimEnd());
        }
    }
}
