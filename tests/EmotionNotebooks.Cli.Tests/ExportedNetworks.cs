using System.Text.Json;
using EmotionNotebooks.Export;
using EmotionNotebooks.Export.Onnx;
using EmotionNotebooks.Metrics;
using EmotionNotebooks.Training;
using static TorchSharp.torch;

namespace EmotionNotebooks.Cli.Tests;

/// <summary>The network of this repository in its three forms, 1,000 faces, and what the library says of them.</summary>
public sealed class ExportedNetworks : IDisposable
{
    private const int Count = 1000;

    private readonly TemporaryFolder _folder = new();

    public ExportedNetworks()
    {
        var all = SampleFaces.Generate(2 * Count, seed: 5);
        Faces = all.Select([.. Enumerable.Range(0, Count)]);
        File.WriteAllBytes(FacesPath, Faces.Pixels.ToArray());
        var described = OnnxExporter.Describe(Weights);
        var calibration = all.Select([.. Enumerable.Range(Count, all.Count - Count)]);
        foreach (var form in Enum.GetValues<OnnxForm>())
        {
            OnnxExporter.As(described, form, calibration).Save(Path(form));
        }

        Library = Predict(Faces);
    }

    public static string Weights { get; } = System.IO.Path.Combine(Command.Root, "data", "runs", "fer-resnet-votes.safetensors");

    public FaceSet Faces { get; }

    public Predictions Library { get; }

    public string FacesPath => _folder.File("faces.bin");

    public string Folder => _folder.Path;

    public string Path(OnnxForm form) => _folder.File($"{OnnxExporter.Name(form)}.onnx");

    /// <summary>What the library says of faces, in fp32.</summary>
    public static Predictions Predict(FaceSet faces)
    {
        var model = ModelFile.Load(Weights);
        using var network = model.Network;
        using var evaluator = new Evaluator(network, faces, new ComputeTarget(CPU, UsesBf16: false));
        return evaluator.Predict();
    }

    /// <summary>The predictions that another program wrote as a flat list of probabilities.</summary>
    public static Predictions Read(JsonElement probabilities, FaceSet faces) =>
        new([.. probabilities.EnumerateArray().Select(value => value.GetSingle())], faces.Labels.ToArray(), faces.ClassNames.Count);

    /// <summary>Refuses another engine's answer unless it is that of the library: fp32 to 1e-4, int8 within half a point of accuracy.</summary>
    public static void RequireSame(OnnxForm form, Predictions library, Predictions found)
    {
        var fault = OnnxParity.Of(library, found).Fault(form, library.Count);
        Assert.True(fault is null, $"{OnnxExporter.Name(form)}: {fault}");
    }

    public void Dispose() => _folder.Dispose();
}
