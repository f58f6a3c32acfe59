using EmotionNotebooks.Data;
using EmotionNotebooks.Explain;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>What a network looked at: face, Grad-CAM and occlusion beside each other.</summary>
internal static class ExplanationView
{
    private const int Zoom = 3;

    public static void Register()
    {
        View.Register<FaceExplanation>(it => Html([it]), Plain);
        View.Register<IEnumerable<FaceExplanation>>(it => Html([.. it]), it => string.Join('\n', it.Select(Plain)));
        View.Register<HeatMap>(Html, Plain);
    }

    private static string Html(FaceExplanation[] explanations)
    {
        if (explanations.Length == 0)
            return Markup.View(Markup.Paragraph("no face is explained", quiet: true));
        using var sheet = ExplanationSheet.Draw(explanations, Zoom);
        return Markup.View(
            $"<figure>{Markup.Picture(ImageView.Png(sheet), string.Join("; ", explanations.Select(Plain)), sheet.Width)}</figure>"
            + Markup.Paragraph("Each: the face, Grad-CAM, occlusion; bright where the explained class comes from, red text where the network is wrong.", quiet: true));
    }

    private static string Html(HeatMap map)
    {
        using var picture = ExplanationSheet.Overlay(new byte[FaceSet.PixelsPerFace], map, Zoom);
        return Markup.View($"<figure>{Markup.Picture(ImageView.Png(picture), Plain(map), picture.Width)}</figure>{Markup.Paragraph(Plain(map), quiet: true)}");
    }

    private static string Plain(FaceExplanation it)
    {
        var label = it.Label is null ? "" : $", label {it.Label}";
        return $"{it.Origin}{label}: {it.Predicted} {PlotText.Percent(it.Probability)}; explained: {it.Explained} {PlotText.Percent(it.ExplainedProbability)}; "
            + $"largest drop under occlusion {PlotText.Percent(it.Occlusion.Highest)}";
    }

    private static string Plain(HeatMap map)
    {
        var centre = map.Centre is var (x, y) ? FormattableString.Invariant($", centre at column {x:0.0}, row {y:0.0}") : "";
        return FormattableString.Invariant($"heat map of {FaceSet.Side} × {FaceSet.Side}, highest value {map.Highest:0.000}{centre}");
    }
}
