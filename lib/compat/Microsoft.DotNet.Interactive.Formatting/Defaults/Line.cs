using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using EmotionNotebooks.Kernel.Display;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value in one line, cut where it grows too long; what lies deep is named, not shown.</summary>
internal static class Line
{
    private const int MostItems = 20;

    public static string Of(object? value, int limit = Limits.Line)
    {
        var line = new StringBuilder();
        Append(line, value, limit, depth: 0);
        return line.Length <= limit ? line.ToString() : Shorten(line.ToString(), limit);
    }

    /// <summary>A sequence of scalars: all the items that are shown.</summary>
    public static string Of(Items items)
    {
        var line = new StringBuilder();
        AppendItems(line, items, int.MaxValue, depth: 1);
        return line.ToString();
    }

    private static void Append(StringBuilder line, object? value, int limit, int depth)
    {
        if (line.Length > limit)
            return;
        if (value is null)
        {
            line.Append(Formatter.NullString);
            return;
        }

        var shape = Shape.Of(value.GetType());
        if (!Registry.IsDefault(value.GetType(), PlainTextFormatter.MimeType))
            line.Append(FirstLine(value.ToDisplayString(PlainTextFormatter.MimeType), limit));
        else if (shape.Kind == Kind.Scalar || value is Thrown)
            line.Append(FirstLine(Scalar.Text(value), limit));
        else if (depth > 2)
            line.Append(TypeName.Short(shape.Type)).Append(" …");
        else
            AppendParts(line, value, shape, limit, depth);
    }

    private static void AppendParts(StringBuilder line, object value, Shape shape, int limit, int depth)
    {
        switch (shape.Kind)
        {
            case Kind.Html:
                line.Append(FirstLine(((IHtmlContent)value).ToString() ?? "", limit));
                break;
            case Kind.Bytes:
                line.Append(CultureInfo.InvariantCulture, $"{TypeName.Short(shape.Type)} ({Bytes.Of(value).Length:N0} bytes)");
                break;
            case Kind.Grid:
                var array = (Array)value;
                line.Append(CultureInfo.InvariantCulture, $"{TypeName.Short(shape.Element)}[{array.GetLength(0)}, {array.GetLength(1)}]");
                break;
            case Kind.Dictionary:
                AppendPairs(line, Pairs.Of(value, MostItems, out var rest), rest, limit, depth);
                break;
            case Kind.Sequence:
                AppendItems(line, Items.Of(value, MostItems), limit, depth + 1);
                break;
            case Kind.Tuple:
                line.Append('(');
                var tuple = (ITuple)value;
                for (var i = 0; i < tuple.Length; i++)
                {
                    line.Append(i > 0 ? ", " : "");
                    Append(line, tuple[i], limit, depth + 1);
                }

                line.Append(')');
                break;
            default:
                AppendMembers(line, value, shape, limit, depth);
                break;
        }
    }

    private static void AppendMembers(StringBuilder line, object value, Shape shape, int limit, int depth)
    {
        if (shape.HasOwnText || shape.Members.Length == 0)
        {
            line.Append(FirstLine(Scalar.Text(value), limit));
            return;
        }

        line.Append(TypeName.IsAnonymous(shape.Type) ? "{" : $"{TypeName.Short(shape.Type)} {{");
        var separator = " ";
        foreach (var member in shape.Members)
        {
            if (line.Length > limit)
                break;
            line.Append(separator).Append(member.Name).Append(": ");
            Append(line, member.Get(value), limit, depth + 1);
            separator = ", ";
        }

        line.Append(" }");
    }

    private static void AppendPairs(StringBuilder line, List<(object? Key, object? Value)> pairs, string rest, int limit, int depth)
    {
        line.Append('{');
        var separator = " ";
        foreach (var (key, item) in pairs)
        {
            if (line.Length > limit)
                break;
            line.Append(separator);
            Append(line, key, limit, depth + 1);
            line.Append(": ");
            Append(line, item, limit, depth + 1);
            separator = ", ";
        }

        line.Append(rest.Length > 0 ? $"{separator}{rest} }}" : " }");
    }

    private static void AppendItems(StringBuilder line, Items items, int limit, int depth)
    {
        line.Append('[');
        var separator = " ";
        foreach (var item in items.First)
        {
            if (line.Length > limit)
                break;
            line.Append(separator);
            Append(line, item, limit, depth);
            separator = ", ";
        }

        line.Append(items.RestText.Length > 0 ? $"{separator}{items.RestText} ]" : " ]");
    }

    private static string FirstLine(string text, int limit)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        if (end >= 0)
            text = text.AsSpan(0, end).TrimEnd().ToString() + " …";
        return text.Length <= limit ? text : Shorten(text, limit);
    }

    private static string Shorten(string text, int limit)
    {
        var end = Math.Max(limit - 2, 0);
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + " …";
    }
}
