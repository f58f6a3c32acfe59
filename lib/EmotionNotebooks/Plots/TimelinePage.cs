using EmotionNotebooks.Live;

namespace EmotionNotebooks.Plots;

/// <summary>A page about who was seen when with which emotion: the timeline, the shares of time, and both as a table.</summary>
public static class TimelinePage
{
    /// <summary>Writes the page, beside the target and renamed.</summary>
    /// <param name="timeline">What was seen; at least one frame.</param>
    /// <param name="source">Where the frames come from.</param>
    /// <param name="path">The page; its folder is made when missing, an older file is replaced.</param>
    /// <exception cref="ArgumentException">There is no frame.</exception>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public static void Save(Timeline timeline, string source, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteText(path, ToHtml(timeline, source));
    }

    /// <summary>The page: self-contained, in light and dark colours.</summary>
    /// <param name="timeline">What was seen; at least one frame.</param>
    /// <param name="source">Where the frames come from.</param>
    /// <exception cref="ArgumentException">There is no frame.</exception>
    public static string ToHtml(Timeline timeline, string source)
    {
        var spans = new EmotionTimelinePlot(timeline, source);
        var page = new PlotPage(spans.Title, spans.Subtitle, spans.Summary);
        if (timeline.Persons.Count == 0)
        {
            page.Add("<p>No face was seen.</p>");
            return page.Write();
        }

        page.AddHeading("timeline", "Emotions over time");
        page.Add("plot-timeline", spans);
        page.AddHeading("shares", "Share of the time in sight");
        page.Add("plot-shares", new EmotionSharePlot(timeline, source));
        page.AddTable(
            "shares",
            ["person", "seen", .. timeline.ClassNames],
            timeline.Persons.Select(person => (string[])
            [
                $"{person}",
                $"{timeline.Seconds(person):0.0} s",
                .. timeline.ClassNames.Select(name => PlotText.Percent(timeline.Seconds(person, name) / timeline.Seconds(person))),
            ]));
        return page.Write();
    }
}
