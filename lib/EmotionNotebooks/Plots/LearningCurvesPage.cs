using System.Globalization;
using System.Net;
using System.Text;
using EmotionNotebooks.Training;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>The page around the chart: summary, colour scheme, table of the epochs.</summary>
internal static class LearningCurvesPage
{
    private const string Style = """
        :root { color-scheme: light; --background: #ffffff; --text: #1f2933; --muted: #52606d; --line: #d5dae0; --best: #fdf1e7; --focus: #0072b2 }
        :root[data-theme=dark] { color-scheme: dark; --background: #14181d; --text: #e6eaee; --muted: #a3afbb; --line: #323a43; --best: #33291a; --focus: #56b4e9 }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 1280px; padding: 24px; background: var(--background); color: var(--text);
               font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif }
        header { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between }
        h1 { margin: 0; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere }
        h2 { margin: 32px 0 8px; font-size: 17px }
        p.recipe { margin: 4px 0 0; color: var(--muted); overflow-wrap: anywhere }
        button { flex: none; padding: 6px 12px; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: inherit; font: inherit; cursor: pointer }
        button:focus-visible, a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
        a { color: var(--focus) }
        figure { margin: 16px 0 0; min-height: 520px }
        dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px 24px; margin: 20px 0 0 }
        dl div { border-top: 1px solid var(--line); padding-top: 6px; min-width: 0 }
        dt { color: var(--muted); font-size: 13px }
        dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
        .scroll { overflow-x: auto }
        table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums }
        th, td { padding: 4px 10px; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line) }
        thead th { color: var(--muted); font-weight: 600 }
        tbody th { font-weight: inherit }
        tr.best { background: var(--best); font-weight: 600 }
        caption { text-align: left; color: var(--muted); padding-bottom: 6px }
        @media print { button { display: none } body { max-width: none } }
        """;

    private const string Script = """
        (() => {
          const figures = JSON.parse(document.getElementById('figures').textContent);
          const place = document.getElementById('chart');
          const button = document.getElementById('theme');
          const system = matchMedia('(prefers-color-scheme: dark)');
          let chosen = null;
          let shown = '';
          const theme = () => chosen ?? (system.matches ? 'dark' : 'light');
          const draw = () => {
            const dark = theme() === 'dark';
            const shape = place.clientWidth < 720 ? 'stacked' : 'wide';
            document.documentElement.dataset.theme = theme();
            button.textContent = dark ? 'Light colours' : 'Dark colours';
            if (shown === theme() + shape) return;
            shown = theme() + shape;
            const figure = structuredClone(figures[theme()][shape]);
            Plotly.react(place, figure.data, figure.layout, figure.config);
          };
          button.hidden = false;
          button.addEventListener('click', () => { chosen = theme() === 'dark' ? 'light' : 'dark'; draw(); });
          system.addEventListener('change', draw);
          addEventListener('resize', draw);
          draw();
        })();
        """;

    public static string Write(TrainingHistory history, RunDescription run)
    {
        var summary = new LearningCurvesFigure(history, run, new()).Summary();
        var recipe = run.Subtitle.Length == 0 ? "" : $"<p class=\"recipe\">{Html(run.Subtitle)}</p>";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="description" content="{Html(summary)}">
            <title>{Html(run.Title)}: learning curves</title>
            <style>
            {Style}
            </style>
            <script>{PlotlySource.Read()}</script>
            </head>
            <body>
            <header><div><h1>{Html(run.Title)}</h1>{recipe}</div><button id="theme" type="button" hidden>Dark colours</button></header>
            <main>
            <figure role="img" aria-label="{Html(summary)}"><div id="chart"></div><noscript>The chart needs JavaScript; its numbers are in the table below.</noscript></figure>
            {Facts(history, run)}
            <h2 id="epochs">Epochs</h2>
            {Table(history, run)}
            <p><a download="history.csv" href="data:text/csv;charset=utf-8,{Uri.EscapeDataString(history.ToCsv())}">Download the epochs as CSV</a></p>
            </main>
            <script type="application/json" id="figures">{Figures(history, run)}</script>
            <script>
            {Script}
            </script>
            </body>
            </html>

            """;
    }

    // Both colour schemes and both arrangements, drawn here rather than patched in the page's script.
    private static string Figures(TrainingHistory history, RunDescription run)
    {
        string Figure(PlotTheme theme, bool stacked) => GenericChart
            .toJson(LearningCurves.Draw(history, run, new() { Theme = theme, Stacked = stacked, ShowTitle = false }))
            // In JSON an angle bracket stands in strings only; as an escape it cannot end the script element.
            .Replace("<", "\\u003c", StringComparison.Ordinal);

        string Theme(PlotTheme theme) =>
            $$"""{"wide":{{Figure(theme, stacked: false)}},"stacked":{{Figure(theme, stacked: true)}}}""";

        return $$"""{"light":{{Theme(PlotTheme.Light)}},"dark":{{Theme(PlotTheme.Dark)}}}""";
    }

    private static string Facts(TrainingHistory history, RunDescription run)
    {
        var best = history.Best!;
        var last = history.Last!;
        var seconds = history.Epochs.Sum(e => e.Seconds);
        var facts = new List<KeyValuePair<string, string>>
        {
            new("Best validation accuracy", PlotText.Percent(best.ValidationAccuracy, 2)),
            new("95% interval (Wilson)", $"{ValidationInterval.Of(best)}, n = {PlotText.Count(best.ValidationCount)}"),
            new("Validation split", run.ValidationSplit),
            new("Best epoch", string.Create(CultureInfo.InvariantCulture, $"{best.Epoch} of {history.Count}")),
            new("Validation loss at the best epoch", PlotText.Loss(best.ValidationLoss)),
            new("Training accuracy, last epoch", PlotText.Percent(last.TrainAccuracy, 2)),
            new("Training loss, last epoch", PlotText.Loss(last.TrainLoss)),
            new("Time", PlotText.Duration(seconds)),
            new("Training images per second (median)", PlotText.Count(Median(history.Epochs.Select(e => e.ImagesPerSecond)))),
            new("Model", run.Model),
            new("Data", run.Data),
        };
        if (!string.IsNullOrWhiteSpace(run.Recipe))
            facts.Add(new("Recipe", run.Recipe));
        if (!string.IsNullOrWhiteSpace(run.Device))
            facts.Add(new("Device", run.Device));
        facts.AddRange(run.Details);
        return $"<dl>{string.Concat(facts.Select(fact => $"<div><dt>{Html(fact.Key)}</dt><dd>{Html(fact.Value)}</dd></div>\n"))}</dl>";
    }

    private static string Table(TrainingHistory history, RunDescription run)
    {
        var best = history.Best!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            <div class="scroll" tabindex="0" role="region" aria-labelledby="epochs"><table>
            <caption>Accuracy and loss per epoch; validation on {Html(run.ValidationSplit)}; the best epoch is marked.</caption>
            <thead><tr><th scope="col">Epoch</th><th scope="col">Training accuracy</th><th scope="col">Validation accuracy</th><th scope="col">95% interval</th><th scope="col">n</th><th scope="col">Training loss</th><th scope="col">Validation loss</th><th scope="col">Learning rate</th><th scope="col">Time</th><th scope="col">Images/s</th></tr></thead>
            <tbody>

            """);
        foreach (var e in history.Epochs)
        {
            var (row, mark) = e == best ? (" class=\"best\"", " (best)") : ("", "");
            text.Append(
                CultureInfo.InvariantCulture,
                $"<tr{row}><th scope=\"row\">{e.Epoch}{mark}</th><td>{PlotText.Percent(e.TrainAccuracy, 2)}</td><td>{PlotText.Percent(e.ValidationAccuracy, 2)}</td><td>{ValidationInterval.Of(e)}</td><td>{PlotText.Count(e.ValidationCount)}</td><td>{PlotText.Loss(e.TrainLoss)}</td><td>{PlotText.Loss(e.ValidationLoss)}</td><td>{PlotText.Short(e.LearningRate)}</td><td>{PlotText.Duration(e.Seconds)}</td><td>{PlotText.Count(e.ImagesPerSecond)}</td></tr>\n");
        }

        return text.Append("</tbody></table></div>").ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
