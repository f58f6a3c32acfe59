using EmotionNotebooks.Plots;
using GenericChart = Plotly.NET.GenericChart;

namespace EmotionNotebooks.Interactive.Charts;

/// <summary>A chart as a picture that is small enough for a notebook: light colours, one picture pixel per page pixel, a palette.</summary>
internal static class ChartPicture
{
    private const int Width = 700;
    private const int Height = 420;
    private const int WidestPlot = 820;

    private static readonly StaticImageOptions Still = new() { Scale = 1 };

    public static byte[] Draw(Plot plot) => Take(path => plot.SavePng(path, new() { Width = Math.Min(WidestPlot, plot.PictureWidth) }, Still));

    public static byte[] Draw(GenericChart chart) =>
        Take(path => StaticImage.Save(ChartDefaults.Apply(chart), path, ChartJson.Side(chart, "width") ?? Width, ChartJson.Side(chart, "height") ?? Height, Still));

    private static byte[] Take(Action<string> save)
    {
        var folder = Directory.CreateTempSubdirectory("emotion-");
        try
        {
            var path = Path.Combine(folder.FullName, "chart.png");
            save(path);
            return SmallPng.Of(File.ReadAllBytes(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
