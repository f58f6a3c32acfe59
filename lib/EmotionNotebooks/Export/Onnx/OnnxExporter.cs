using System.Security.Cryptography;
using EmotionNotebooks.Data;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>Makes ONNX models of trained weights.</summary>
public static class OnnxExporter
{
    /// <summary>How many faces are enough to find the ranges of int8.</summary>
    public const int CalibrationFaces = 512;

    /// <summary>Describes trained weights in float32.</summary>
    /// <param name="weights">A file that <see cref="ModelFile.Save"/> wrote.</param>
    /// <param name="optimise">Whether batch norms are folded into the layers before them.</param>
    /// <exception cref="InvalidDataException">The file is damaged or holds something else.</exception>
    public static OnnxModel Describe(string weights, bool optimise = true)
    {
        var model = ModelFile.Load(weights);
        using var network = model.Network;
        using var bytes = File.OpenRead(weights);
        return NetworkGraph.Of(network, model.Definition.Name, optimise, new Dictionary<string, string>
        {
            ["labels"] = string.Join(',', model.ClassNames),
            ["preprocessing"] = $"a face, grey, {FaceSet.Side}x{FaceSet.Side}, float32 from 0 (black) to 255 (white); the graph divides by 255",
            ["model"] = model.Definition.Name,
            ["form"] = Name(OnnxForm.Fp32),
            ["batch_norms"] = optimise ? "folded" : "as trained",
            ["weights"] = Path.GetFileName(weights),
            ["weights_sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ["library"] = $"EmotionNotebooks {LibraryVersion.Current}",
        });
    }

    /// <summary>Gives a model another form.</summary>
    /// <param name="model">What <see cref="Describe"/> made.</param>
    /// <param name="form">The form.</param>
    /// <param name="calibration">For int8 the faces to find the ranges with, which must not be those that judge it.</param>
    /// <exception cref="ArgumentException">int8 is asked for without faces, or of a model whose batch norms are not folded.</exception>
    public static OnnxModel As(OnnxModel model, OnnxForm form, FaceSet? calibration = null)
    {
        var metadata = new Dictionary<string, string>(model.Metadata) { ["form"] = Name(form) };
        switch (form)
        {
            case OnnxForm.Fp16:
                return HalfPrecision.Of(model) with { Metadata = metadata };
            case OnnxForm.Int8:
                ArgumentNullException.ThrowIfNull(calibration);
                var faces = Spread(calibration);
                metadata["calibration"] = $"{faces.Count} faces of {Path.GetFileName(faces.Source)}";
                return Quantization.Of(model, Calibration.Measure(model, faces)) with { Metadata = metadata };
            default:
                return model;
        }
    }

    /// <summary>Such as "fp16".</summary>
    public static string Name(OnnxForm form) => form.ToString().ToLowerInvariant();

    // Evenly from the whole set: sources may be sorted by class.
    private static FaceSet Spread(FaceSet faces) => faces.Count <= CalibrationFaces
        ? faces
        : faces.Select([.. Enumerable.Range(0, CalibrationFaces).Select(i => (int)((long)i * faces.Count / CalibrationFaces))]);
}
