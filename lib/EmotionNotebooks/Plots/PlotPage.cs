using System.Net;
using System.Text;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>
/// A self-contained page with plots and what else is added, in that order: plotly.js once, the plots in light and dark, for wide and narrow
/// places, a button for the colour scheme. It fetches nothing.
/// </summary>
internal sealed class PlotPage(string title, string subtitle, string summary)
{
    private const string Style = """
        :root { color-scheme: light; --background: #ffffff; --text: #1f2933; --muted: #52606d; --line: #d5dae0; --best: #fdf1e7; --focus: #0072b2 }
        :root[data-theme=dark] { color-scheme: dark; --background: #14181d; --text: #e6eaee; --muted: #a3afbb; --line: #323a43; --best: #33291a; --focus: #56b4e9 }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 1280px; padding: 24px; background: var(--background); color: var(--text);
               font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif }
        header { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between }
        header > div { min-width: 0 }
        h1 { margin: 0; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere }
        h2 { margin: 32px 0 8px; font-size: 17px }
        p.subtitle { margin: 4px 0 0; color: var(--muted); overflow-wrap: anywhere }
        p.note { margin: 8px 0 0; color: var(--muted); font-size: 14px; max-width: 90ch }
        button { flex: none; padding: 6px 12px; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: inherit; font: inherit; cursor: pointer }
        button:focus-visible, a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
        a { color: var(--focus) }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(540px, 100%), 1fr)); gap: 0 24px }
        .plots > section { min-width: 0 }
        figure { margin: 16px 0 0; min-width: 0 }
        dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px 24px; margin: 20px 0 0 }
        dl div { border-top: 1px solid var(--line); padding-top: 6px; min-width: 0 }
        dt { color: var(--muted); font-size: 13px }
        dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
        .scroll { overflow-x: auto }
        table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums }
        th, td { padding: 4px 10px; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line) }
        thead th { color: var(--muted); font-weight: 600 }
        tbody th { font-weight: inherit }
        .names th:first-child { padding-left: 0; text-align: left }
        td.text, th.text { text-align: left; white-space: normal; overflow-wrap: anywhere; min-width: 220px }
        tr.best { background: var(--best); font-weight: 600 }
        @media (max-width: 640px) { body { padding: 16px } .names th[scope=row] { white-space: normal } }
        caption { text-align: left; color: var(--muted); padding-bottom: 6px }
        @media print { button { display: none } body { max-width: none } figure, tr { break-inside: avoid } }
        """;

    private const string Script = """
        (() => {
          const figures = JSON.parse(document.getElementById('figures').textContent);
          const places = Array.from(document.querySelectorAll('figure > div[id]'));
          const button = document.getElementById('theme');
          const system = matchMedia('(prefers-color-scheme: dark)');
          const shown = new Map();
          let chosen = null;
          const theme = () => chosen ?? (system.matches ? 'dark' : 'light');
          const draw = () => {
            document.documentElement.dataset.theme = theme();
            button.textContent = theme() === 'dark' ? 'Light colours' : 'Dark colours';
            for (const place of places) {
              const shape = place.clientWidth < Number(place.dataset.narrow) ? 'narrow' : 'wide';
              if (shown.get(place) === theme() + shape) continue;
              shown.set(place, theme() + shape);
              place.style.minHeight = '';
              const figure = structuredClone(figures[place.id][theme()][shape]);
              Plotly.react(place, figure.data, figure.layout, figure.config);
            }
          };
          button.hidden = false;
          button.addEventListener('click', () => { chosen = theme() === 'dark' ? 'light' : 'dark'; draw(); });
          system.addEventListener('change', draw);
          addEventListener('resize', draw);
          draw();
        })();
        """;

    private readonly StringBuilder _body = new();
    private readonly List<(string Id, Plot Plot)> _plots = [];

    /// <summary>Text for HTML.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A chart as JSON that can stand in a script element.</summary>
    // In JSON an angle bracket stands in strings only; as an escape it cannot end the script element.
    public static string Json(GenericChart chart) => GenericChart.toJson(chart).Replace("<", "\\u003c", StringComparison.Ordinal);

    /// <summary>Adds HTML as it is.</summary>
    public void Add(string html) => _body.Append(html).Append('\n');

    /// <summary>Adds a heading, of which tables and links can speak by its id.</summary>
    public void AddHeading(string id, string text) => Add($"<h2 id=\"{id}\">{Html(text)}</h2>");

    /// <summary>Adds a plot without its title, which a heading gives.</summary>
    public void Add(string id, Plot plot)
    {
        _plots.Add((id, plot));
        // The height that it will have, so that nothing jumps.
        Add($"""
            <figure role="img" aria-label="{Html(plot.Summary)}"><div id="{id}" data-narrow="{plot.NarrowBelow}" style="min-height: {plot.HeightFor(new() { ShowTitle = false })}px"></div><noscript>The plot needs JavaScript: {Html(plot.Summary)}</noscript></figure>
            """);
    }

    /// <summary>Adds names and values in as many columns as there is room for.</summary>
    public void AddFacts(IEnumerable<KeyValuePair<string, string>> facts) =>
        Add($"<dl>{string.Concat(facts.Select(fact => $"<div><dt>{Html(fact.Key)}</dt><dd>{Html(fact.Value)}</dd></div>\n"))}</dl>");

    /// <summary>Adds a table of text; the first column names the rows.</summary>
    /// <param name="heading">The id of the heading that names it.</param>
    /// <param name="columns">What the columns are called.</param>
    /// <param name="rows">As many cells each.</param>
    /// <param name="words">The columns that hold words, not numbers, from 0; the first always does.</param>
    public void AddTable(string heading, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, params int[] words)
    {
        string Class(int column) => words.Contains(column) ? " class=\"text\"" : "";
        var head = string.Concat(columns.Select((name, c) => $"<th scope=\"col\"{Class(c)}>{Html(name)}</th>"));
        var body = string.Concat(rows.Select(row =>
            $"<tr>{string.Concat(row.Select((cell, c) => c == 0 ? $"<th scope=\"row\">{Html(cell)}</th>" : $"<td{Class(c)}>{Html(cell)}</td>"))}</tr>\n"));
        Add($"""
            <div class="scroll" tabindex="0" role="region" aria-labelledby="{heading}"><table class="names">
            <thead><tr>{head}</tr></thead>
            <tbody>
            {body}</tbody></table></div>
            """);
    }

    /// <summary>Adds a link that saves a file; its content stands in the page.</summary>
    public void AddDownload(string file, string type, string content, string text) => Add(
        $"<p><a download=\"{Html(file)}\" href=\"data:{type};charset=utf-8,{Uri.EscapeDataString(content)}\">{Html(text)}</a></p>");

    public string Write()
    {
        var below = subtitle.Length == 0 ? "" : $"<p class=\"subtitle\">{Html(subtitle)}</p>";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="description" content="{Html(summary)}">
            <title>{Html(title)}</title>
            <style>
            {Style}
            </style>
            <script>{PlotlySource.Read()}</script>
            </head>
            <body>
            <header><div><h1>{Html(title)}</h1>{below}</div><button id="theme" type="button" hidden>Dark colours</button></header>
            <main>
            {_body}</main>
            <script type="application/json" id="figures">{Figures()}</script>
            <script>
            {Script}
            </script>
            </body>
            </html>

            """;
    }

    // Both colour schemes and both arrangements, drawn here rather than patched in the page's script.
    private string Figures()
    {
        static string Figure(Plot plot, PlotTheme theme, bool narrow) => Json(plot.Draw(new() { Theme = theme, Narrow = narrow, ShowTitle = false }));

        static string Theme(Plot plot, PlotTheme theme) =>
            $$"""{"wide":{{Figure(plot, theme, narrow: false)}},"narrow":{{Figure(plot, theme, narrow: true)}}}""";

        var figures = _plots.Select(it => $$"""
            "{{it.Id}}":{"light":{{Theme(it.Plot, PlotTheme.Light)}},"dark":{{Theme(it.Plot, PlotTheme.Dark)}}}
            """);
        return $$"""{{{string.Join(",\n", figures)}}}""";
    }
}
