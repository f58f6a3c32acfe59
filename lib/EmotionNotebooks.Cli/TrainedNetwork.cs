using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli;

/// <summary>Weights on disk and what their network says of some faces.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The network's name in the catalogue.</param>
/// <param name="Predictions">Its predictions, in the faces' order.</param>
/// <param name="Parameters">Number of trainable values.</param>
/// <param name="MultiplyAdds">Multiply-adds of one face's forward pass.</param>
internal sealed record TrainedNetwork(string Path, string Name, Predictions Predictions, long Parameters, long MultiplyAdds)
{
    /// <summary>Refuses a path without a file, before anything slow is done.</summary>
    public static void RequireFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such file; 'emotion train' writes best.safetensors into its folder");
        }
    }

    /// <summary>Reads weights and lets them judge faces, whose classes must be those of the network.</summary>
    public static TrainedNetwork Judge(string path, FaceSet faces, ComputeTarget target)
    {
        var model = ModelFile.Load(path);
        using var network = model.Network;
        RequireSameClasses(path, model.ClassNames, faces);
        var summary = ModelSummary.Of(network);
        using var evaluator = new Evaluator(network, faces, target);
        return new(path, model.Definition.Name, evaluator.Predict(), summary.Parameters, summary.MultiplyAdds);
    }

    /// <summary>Refuses faces of other classes than the network's.</summary>
    public static void RequireSameClasses(string path, IReadOnlyList<string> classNames, FaceSet faces)
    {
        if (!classNames.SequenceEqual(faces.ClassNames))
        {
            throw new InvalidDataException(
                $"{path} knows the classes {string.Join(", ", classNames)}; {faces.Source} has {string.Join(", ", faces.ClassNames)}");
        }
    }
}
