using EmotionNotebooks.Data;
using EmotionNotebooks.Export;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Models;
using EmotionNotebooks.Training;

namespace EmotionNotebooks.Cli;

/// <summary>Readers of the same weights: the first one finds faces as well, the others only classify.</summary>
internal sealed class Readers : IDisposable
{
    private readonly List<EmotionReader> _all = [];

    /// <summary>Loads a network as often as is asked for, and predicts once with each: the first time takes longer.</summary>
    /// <param name="path">The weights.</param>
    /// <param name="detector">The detector's name; the default where null.</param>
    /// <param name="target">Where to compute.</param>
    /// <param name="copies">How many readers, at least 1.</param>
    public Readers(string path, string? detector, ComputeTarget target, int copies)
    {
        var model = ModelFile.Load(path);
        (Name, Summary) = (model.Definition.Name, ModelSummary.Of(model.Network));
        var finder = FaceDetectors.Create(detector);
        Detector = finder.Name;
        _all.Add(new(model, finder, target));
        while (_all.Count < copies)
        {
            _all.Add(new(ModelFile.Load(path), null, target, new() { PictureIsFace = true }));
        }

        _all.ForEach(reader => reader.Classify(new byte[FaceSet.PixelsPerFace]));
    }

    /// <summary>The readers, at least one.</summary>
    public IReadOnlyList<EmotionReader> All => _all;

    /// <summary>The network's name in the catalogue.</summary>
    public string Name { get; }

    /// <summary>Its size.</summary>
    public ModelSummary Summary { get; }

    /// <summary>What finds the faces.</summary>
    public string Detector { get; }

    public void Dispose() => _all.ForEach(reader => reader.Dispose());
}
