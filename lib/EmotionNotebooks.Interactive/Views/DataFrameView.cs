using System.Globalization;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;
using Microsoft.Data.Analysis;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Data frames as paged tables, their columns and rows as tables.</summary>
internal static class DataFrameView
{
    private const int LongestText = 200;

    public static void Register()
    {
        View.Register<DataFrame>(
            frame => PagedTable.Html(TableOf(frame, PagedTable.Carried(frame.Rows.Count, NotebookViews.StaticCharts)), frame.Rows.Count, About(frame)),
            frame => PagedTable.Plain(TableOf(frame, PagedTable.PageRows), frame.Rows.Count, About(frame)));
        View.Register<DataFrameColumn>(
            column => PagedTable.Html(TableOf(column, PagedTable.Carried(column.Length, NotebookViews.StaticCharts)), column.Length, About(column)),
            column => PagedTable.Plain(TableOf(column, PagedTable.PageRows), column.Length, About(column)));
        View.Register<DataFrameRow>(row => Markup.View(TableOf(row).Html()), row => TableOf(row).Plain());
    }

    private static Table TableOf(DataFrame frame, int rows)
    {
        var columns = frame.Columns.ToList();
        return new(
            ["", .. columns.Select(column => column.Name)],
            [.. Enumerable.Range(0, (int)Math.Min(rows, frame.Rows.Count)).Select(row => (string[])[Number(row), .. columns.Select(column => Cell(column[row]))])],
            [.. columns.Index().Where(it => !IsNumber(it.Item)).Select(it => it.Index + 1)]);
    }

    private static Table TableOf(DataFrameColumn column, int rows) => new(
        ["", column.Name],
        [.. Enumerable.Range(0, (int)Math.Min(rows, column.Length)).Select(row => (string[])[Number(row), Cell(column[row])])],
        IsNumber(column) ? [] : [1]);

    private static Table TableOf(DataFrameRow row) => Table.Of(row.GetValues().Select(cell => (cell.Key, Cell(cell.Value))));

    private static string About(DataFrame frame) => frame.Columns.Count == 1 ? ", 1 column" : $", {frame.Columns.Count} columns";

    private static string About(DataFrameColumn column)
    {
        var nulls = column.NullCount == 0 ? "" : column.NullCount == 1 ? ", 1 of them null" : $", {PlotText.Count(column.NullCount)} of them null";
        return $" of {column.DataType.Name}{nulls}";
    }

    private static bool IsNumber(DataFrameColumn column) => column.IsNumericColumn();

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);

    private static string Cell(object? value) => value switch
    {
        null => "null",
        string text => PlotText.Shorten(text, LongestText),
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
