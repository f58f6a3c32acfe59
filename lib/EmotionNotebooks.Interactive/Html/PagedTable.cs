using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Html;

/// <summary>
/// A long table, a page at a time. Its first page stands there without any script; where scripts run, buttons turn the pages, without a network.
/// </summary>
internal static class PagedTable
{
    /// <summary>Rows of a page.</summary>
    public const int PageRows = 25;

    /// <summary>Rows that an output carries at most; one of a hundred thousand would make a notebook that nothing opens.</summary>
    public const int MostRows = 500;

    // Each output looks for its own tables by their name; the same table shown twice has one name and two elements.
    private const string Script = """
        for (const view of document.querySelectorAll('[data-emotion-pages="NAME"]:not([data-live])')) {
          view.dataset.live = '1';
          const pages = view.querySelectorAll('tbody'), nav = view.querySelector('nav'), [first, back, next, last] = nav.querySelectorAll('button');
          let page = 0;
          const turn = to => {
            page = Math.max(0, Math.min(pages.length - 1, to));
            pages.forEach((body, i) => { body.hidden = i !== page; });
            view.querySelector('[data-range]').textContent = pages[page].dataset.rows;
            first.disabled = back.disabled = page === 0;
            next.disabled = last.disabled = page === pages.length - 1;
          };
          first.onclick = () => turn(0); back.onclick = () => turn(page - 1);
          next.onclick = () => turn(page + 1); last.onclick = () => turn(pages.length - 1);
          nav.hidden = false; turn(0);
        }
        """;

    /// <summary>How many of so many rows an output needs.</summary>
    /// <param name="count">All rows.</param>
    /// <param name="still">Whether no script may stand in it.</param>
    public static int Carried(long count, bool still) => (int)Math.Min(count, still ? PageRows : MostRows);

    /// <summary>The table.</summary>
    /// <param name="table">The first rows, as many as <see cref="Carried"/> says.</param>
    /// <param name="count">All rows.</param>
    /// <param name="about">What else is said below.</param>
    public static string Html(Table table, long count, string about)
    {
        var pages = table.Rows.Chunk(PageRows).Select((rows, page) =>
            $"<tbody data-rows=\"{Range(page * PageRows, rows.Length)}\"{(page > 0 ? " hidden" : "")}>{string.Concat(rows.Select(table.Row))}</tbody>").ToList();
        var body = $"<table>{table.Head()}{string.Concat(pages)}</table>";
        var shown = Math.Min(PageRows, table.Rows.Count);
        var cut = table.Rows.Count < count && pages.Count > 1 ? $"; the first {PlotText.Count(table.Rows.Count)} are here; Filter, OrderBy and Tail lead to others" : "";
        var said = shown == count && pages.Count <= 1
            ? $"<p class=\"quiet\">{Counted(count)}{Markup.Text(about)}</p>"
            : $"<p class=\"quiet\">rows <span data-range>{Range(0, shown)}</span> of {PlotText.Count(count)}{Markup.Text(about)}{Markup.Text(cut)}</p>";
        if (pages.Count <= 1)
            return Markup.View(body + said);
        var name = Markup.Name(body);
        const string Buttons = "<nav hidden aria-label=\"Pages\"><button>First</button> <button>Back</button> <button>Next</button> <button>Last</button></nav>";
        return Markup.View(
            $"{body}{Buttons}{said}<script>(() => {{ {Script.Replace("NAME", name, StringComparison.Ordinal)} }})();</script>",
            $" data-emotion-pages=\"{name}\"");
    }

    /// <summary>The first page as plain text.</summary>
    public static string Plain(Table table, long count, string about)
    {
        var first = table with { Rows = [.. table.Rows.Take(PageRows)] };
        return $"{first.Plain()}\n{(first.Rows.Count == count ? Counted(count) : $"rows {Range(0, first.Rows.Count)} of {PlotText.Count(count)}")}{about}";
    }

    private static string Counted(long count) => count == 1 ? "1 row" : $"{PlotText.Count(count)} rows";

    private static string Range(int first, int count) => $"{PlotText.Count(first + 1)}–{PlotText.Count(first + count)}";
}
