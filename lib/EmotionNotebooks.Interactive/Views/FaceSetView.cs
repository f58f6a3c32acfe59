using EmotionNotebooks.Data;
using EmotionNotebooks.Data.Audit;
using EmotionNotebooks.Interactive.Html;
using EmotionNotebooks.Plots;

namespace EmotionNotebooks.Interactive.Views;

/// <summary>A set of faces: how many, of which classes and splits, and the first of each class.</summary>
internal static class FaceSetView
{
    private const int MostPerClass = 10;
    private const double Zoom = 1.25;

    public static void Register() => View.Register<FaceSet>(Html, Plain);

    private static string Html(FaceSet faces)
    {
        var perClass = Math.Min(MostPerClass, faces.CountByClass().Max());
        using var sheet = ContactSheet.Draw(faces, perClass, zoom: 1);
        var picture = Markup.Picture(ImageView.Png(sheet), $"The first {perClass} faces of each class", sheet.Width, Zoom);
        var first = faces.Count <= perClass ? "" : Markup.Paragraph($"The first {perClass} of each class. {Finding.Withheld(faces)}", quiet: true);
        return Markup.View($"{Markup.Paragraph(Head(faces))}{Counts(faces).Html()}<figure>{picture}</figure>{first}");
    }

    private static string Plain(FaceSet faces) => $"{Head(faces)}\n{Counts(faces).Plain()}\n{Finding.Withheld(faces)}";

    private static string Head(FaceSet faces)
    {
        var votes = faces.Votes is null ? "" : ", with FER+'s votes";
        return $"{PlotText.Count(faces.Count)} {(faces.Count == 1 ? "face" : "faces")} of {FaceSet.Side} × {FaceSet.Side} grey pixels, {faces.Source}{votes}";
    }

    // A row for each class, since there may be many; a column for each split.
    private static Table Counts(FaceSet faces)
    {
        var splits = SplitCounts.Of(faces);
        return new(
            ["Class", .. splits.Select(it => it.Split.ToString())],
            [
                .. faces.ClassNames.Select((name, c) => (string[])[name, .. splits.Select(it => PlotText.Count(it.Counts[c]))]),
                ["all", .. splits.Select(it => PlotText.Count(it.Counts.Sum()))],
            ]);
    }
}
