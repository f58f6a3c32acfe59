using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmotionNotebooks.Explain;

/// <summary>Explanations as figures: predictions, and where their maps lie.</summary>
public static class ExplanationJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Paths and names stay readable; the text is no part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes explanations: schema, network, source, layer and square, then for each face its origin, label, prediction, explained
    /// class, and of both maps the centre of mass in pixels from the left and top edge (null where a map is empty) and the highest value.</summary>
    /// <param name="explanations">The explanations.</param>
    /// <param name="explainer">What made them.</param>
    /// <param name="network">The network in words, with its path.</param>
    /// <param name="source">Where the faces come from.</param>
    public static string Write(IReadOnlyList<FaceExplanation> explanations, FaceExplainer explainer, string network, string source) =>
        JsonSerializer.Serialize(
            new
            {
                schema = "emotion-explanation/1",
                network,
                source,
                layer = new { name = explainer.Layer.Name, side = explainer.Layer.Side, pixelsPerCell = explainer.Layer.PixelsPerCell },
                occlusion = new { patch = explainer.Occlusion.Patch, stride = explainer.Occlusion.Stride, grey = explainer.Occlusion.Grey },
                faces = explanations.Select(it => new
                {
                    origin = it.Origin,
                    label = it.Label,
                    predicted = it.Predicted,
                    probability = it.Probability,
                    explained = it.Explained,
                    explainedProbability = it.ExplainedProbability,
                    gradCam = Figures(it.GradCam),
                    occlusion = Figures(it.Occlusion),
                }),
            },
            Options) + "\n";

    private static object Figures(HeatMap map) => new
    {
        centre = map.Centre is not { } centre ? null : new { x = centre.X, y = centre.Y },
        highest = map.Highest,
    };
}
