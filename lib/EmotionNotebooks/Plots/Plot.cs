using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Plots;

/// <summary>
/// A plot: a Plotly.NET chart in the colours and arrangement asked for, a web page of its own, and a picture. One class for each kind of plot
/// derives from this.
/// </summary>
public abstract class Plot
{
    private protected Plot()
    {
    }

    /// <summary>What is shown, as plain text.</summary>
    public abstract string Title { get; }

    /// <summary>The plot in a sentence or two, for those who do not see it.</summary>
    public abstract string Summary { get; }

    /// <summary>Facts below the title, as plain text: split, n, intervals.</summary>
    internal abstract string Subtitle { get; }

    /// <summary>The width of a picture where none is asked for.</summary>
    internal virtual int PictureWidth => 900;

    /// <summary>In a page, places below this width in pixels get the narrow arrangement.</summary>
    internal virtual int NarrowBelow => 480;

    /// <summary>The chart.</summary>
    /// <param name="options">Colours, size and arrangement; null for the defaults.</param>
    public GenericChart Draw(PlotOptions? options = null) => Build(new FigureStyle(this, options ?? new()));

    /// <summary>
    /// One self-contained page: the plot in light and dark, for wide and narrow places. plotly.js is inside; the page fetches nothing and works
    /// without a network.
    /// </summary>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public virtual string ToHtml()
    {
        var page = new PlotPage(Title, Subtitle, Summary);
        page.Add("plot", this);
        return page.Write();
    }

    /// <summary>Writes the page of <see cref="ToHtml"/>, beside the target and renamed.</summary>
    /// <param name="path">Path of the page; its folder is made when missing, an older file is replaced.</param>
    /// <exception cref="FileNotFoundException">plotly.js is not on this machine (the system stack); the message names the command to run.</exception>
    public void SaveHtml(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteText(path, ToHtml());
    }

    /// <summary>Writes the plot as a PNG with the help of a Chromium browser (<see cref="StaticImage"/>).</summary>
    /// <param name="path">Path of the picture; its folder is made when missing, an older file is replaced.</param>
    /// <param name="options">Colours, size and arrangement; null for the defaults.</param>
    /// <param name="image">Scale, time limit and browser; null for the defaults.</param>
    /// <exception cref="FileNotFoundException">plotly.js or a browser is not on this machine; the message names the command to run.</exception>
    /// <exception cref="TimeoutException">The browser took longer than the limit.</exception>
    /// <exception cref="IOException">The browser failed.</exception>
    public void SavePng(string path, PlotOptions? options = null, StaticImageOptions? image = null)
    {
        var sized = Sized(options);
        StaticImage.Save(Draw(sized), path, sized.Width!.Value, sized.Height!.Value, image);
    }

    /// <summary>The same as an SVG: lines and text that stay sharp at any size.</summary>
    /// <param name="path">Path of the picture; its folder is made when missing, an older file is replaced.</param>
    /// <param name="options">Colours, size and arrangement; null for the defaults.</param>
    /// <param name="image">Time limit and browser; null for the defaults. An SVG has no scale.</param>
    /// <exception cref="FileNotFoundException">plotly.js or a browser is not on this machine; the message names the command to run.</exception>
    /// <exception cref="TimeoutException">The browser took longer than the limit.</exception>
    /// <exception cref="IOException">The browser failed.</exception>
    public void SaveSvg(string path, PlotOptions? options = null, StaticImageOptions? image = null)
    {
        var sized = Sized(options);
        StaticImage.SaveSvg(Draw(sized), path, sized.Width!.Value, sized.Height!.Value, image);
    }

    /// <summary>The height in pixels where none is asked for.</summary>
    internal abstract int HeightFor(PlotOptions options);

    private protected abstract GenericChart Build(FigureStyle style);

    private PlotOptions Sized(PlotOptions? options)
    {
        var chosen = options ?? new();
        return chosen with { Width = chosen.Width ?? PictureWidth, Height = chosen.Height ?? HeightFor(chosen) };
    }
}
