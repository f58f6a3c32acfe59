using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;
using Microsoft.Data.Analysis;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>Data frames as paged tables, their columns and rows as tables.</summary>
internal static class DataFrameView
{
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
        var count = (int)Math.Min(rows, frame.Rows.Count);
        var columns = frame.Columns.Select(column => CellText.Of([.. Enumerable.Range(0, count).Select(row => column[row])])).ToList();
        return new(
            ["", .. frame.Columns.Select(column => column.Name)],
            [.. Enumerable.Range(0, count).Select(row => (string[])[CellText.Of(row), .. columns.Select(cells => cells[row])])],
            [.. frame.Columns.Index().Where(it => !it.Item.IsNumericColumn()).Select(it => it.Index + 1)]);
    }

    private static Table TableOf(DataFrameColumn column, int rows)
    {
        var cells = CellText.Of([.. Enumerable.Range(0, (int)Math.Min(rows, column.Length)).Select(row => column[row])]);
        return new(["", column.Name], [.. cells.Select((cell, row) => (string[])[CellText.Of(row), cell])], column.IsNumericColumn() ? [] : [1]);
    }

    private static Table TableOf(DataFrameRow row) => Table.Of(row.GetValues().Select(cell => (cell.Key, CellText.Of(cell.Value))));

    private static string About(DataFrame frame) => frame.Columns.Count == 1 ? ", 1 column" : $", {frame.Columns.Count} columns";

    private static string About(DataFrameColumn column)
    {
        var nulls = column.NullCount == 0 ? "" : column.NullCount == 1 ? ", 1 of them null" : $", {PlotText.Count(column.NullCount)} of them null";
        return $" of {column.DataType.Name}{nulls}";
    }
}
