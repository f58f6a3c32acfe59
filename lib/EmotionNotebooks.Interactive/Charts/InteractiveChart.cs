using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Interactive.Charts;

/// <summary>
/// A chart that plotly.js draws in the page: the figure, and a few lines that wait for the library, which stands in the page once. Front ends
/// show outputs in one page (JupyterLab, classic Notebook, nbconvert, VS Code), so that it need not come again.
/// </summary>
internal static class InteractiveChart
{
    private const int DefaultHeight = 450;

    // The page may be dark although the system is light: what counts is what is behind the chart.
    private const string Script = """
        const figures = FIGURES;
        for (const place of document.querySelectorAll('[data-emotion-chart="NAME"]:not([data-live])')) {
          place.dataset.live = '1';
          const isDark = () => {
            for (let at = place; at; at = at.parentElement) {
              const [r, g, b, a = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
              if (a > 0) return (0.299 * r + 0.587 * g + 0.114 * b) < 128;
            }
            return false;
          };
          const draw = () => {
            const shape = place.clientWidth < Number(place.dataset.narrow) ? 'narrow' : 'wide', theme = isDark() ? 'dark' : 'light';
            if (place.dataset.shown === theme + shape) return;
            place.dataset.shown = theme + shape;
            const none = 'rgba(0, 0, 0, 0)', figure = JSON.parse(JSON.stringify(figures.any ?? figures[theme][shape]));
            if (figures.any) {
              const colour = getComputedStyle(place).color, line = 'rgba(128, 128, 128, .35)', layout = figure.layout;
              layout.paper_bgcolor ??= none;
              layout.plot_bgcolor ??= none;
              layout.modebar = { bgcolor: none, color: 'rgba(128, 128, 128, .8)', activecolor: colour, ...layout.modebar };
              layout.font = { color: colour, ...layout.font };
              for (const axis of ['xaxis', 'yaxis']) layout[axis] = { gridcolor: line, zerolinecolor: line, linecolor: line, ...layout[axis] };
              figure.config = { responsive: true, displaylogo: false, ...figure.config };
            } else {
              figure.layout.paper_bgcolor = figure.layout.plot_bgcolor = none;
            }
            place.replaceChildren();
            window.Plotly.newPlot(place, figure.data, figure.layout, figure.config);
          };
          const wait = tries => {
            if (window.Plotly && place.clientWidth > 0) { draw(); addEventListener('resize', draw); }
            else if (tries > 0) setTimeout(() => wait(tries - 1), 100);
            else if (!window.Plotly) place.firstElementChild.textContent += ' (This chart needs plotly.js, which the output of the set-up cell carries: run that cell again.)';
          };
          wait(300);
        }
        """;

    public static string Html(Plot plot)
    {
        string Figure(PlotTheme theme, bool narrow) => ChartJson.Figure(plot.Draw(new() { Theme = theme, Narrow = narrow }));
        string Theme(PlotTheme theme) => $$"""{"wide": {{Figure(theme, false)}}, "narrow": {{Figure(theme, true)}}}""";
        var figures = $$"""{"light": {{Theme(PlotTheme.Light)}}, "dark": {{Theme(PlotTheme.Dark)}}}""";
        return Html(figures, plot.Summary, plot.HeightFor(new()), plot.NarrowBelow);
    }

    public static string Html(GenericChart chart) =>
        Html($$"""{"any": {{ChartJson.Figure(ChartDefaults.Apply(chart))}}}""", ChartView.Plain(chart), ChartJson.Side(chart, "height") ?? DefaultHeight, narrowBelow: 0);

    private static string Html(string figures, string summary, int height, int narrowBelow)
    {
        var name = Markup.Name(figures);
        var script = Script.Replace("NAME", name, StringComparison.Ordinal).Replace("FIGURES", figures, StringComparison.Ordinal);
        return $"""
            <div role="img" aria-label="{Markup.Text(summary)}" data-emotion-chart="{name}" data-narrow="{narrowBelow}" style="min-height: {height}px"><p>{Markup.Text(summary)}</p></div>
            {PlotlyScript.Instance.For(name)}<script>(() => {"{"} {script} {"}"})();</script>
            """;
    }
}
