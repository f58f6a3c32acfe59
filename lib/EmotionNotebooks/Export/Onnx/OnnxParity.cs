using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Export.Onnx;

/// <summary>What an exported model says of faces beside what the library says of the same.</summary>
/// <param name="Accuracy">The model's accuracy with its interval.</param>
/// <param name="Change">Its accuracy less the library's, in shares: −0.005 is half a point lost.</param>
/// <param name="LargestDifference">The largest difference between two probabilities.</param>
/// <param name="OtherClass">Number of faces for which another class is the most probable one.</param>
public sealed record OnnxParity(WilsonInterval Accuracy, double Change, float LargestDifference, int OtherClass)
{
    /// <summary>What a probability of an fp32 model may differ by.</summary>
    public const float MostDifference = 1e-4f;

    /// <summary>What accuracy a smaller form may lose: half a point.</summary>
    public const double MostLoss = 0.005;

    // Of few faces one is already more than half a point.
    private const int FacesForgiven = 2;

    /// <summary>Compares.</summary>
    /// <param name="library">What the library says.</param>
    /// <param name="model">What the model says of the same faces.</param>
    public static OnnxParity Of(Predictions library, Predictions model)
    {
        var (largest, others) = (0f, 0);
        for (var i = 0; i < library.Count; i++)
        {
            var ours = library.Probabilities(i);
            var theirs = model.Probabilities(i);
            for (var c = 0; c < ours.Length; c++)
            {
                largest = Math.Max(largest, Math.Abs(ours[c] - theirs[c]));
            }

            others += library.Predicted(i) == model.Predicted(i) ? 0 : 1;
        }

        return new(model.AccuracyInterval(), model.Accuracy() - library.Accuracy(), largest, others);
    }

    /// <summary>Why a model is not what it should be; null where it is.</summary>
    /// <param name="form">Its form: fp32 must give the same probabilities, the others nearly the same accuracy.</param>
    /// <param name="faces">Number of faces compared.</param>
    public string? Fault(OnnxForm form, int faces)
    {
        if (form == OnnxForm.Fp32)
        {
            return LargestDifference <= MostDifference ? null : $"a probability differs by {LargestDifference:0.0e+0}; at most {MostDifference:0e+0} is right";
        }

        return -Change <= Math.Max(MostLoss, (double)FacesForgiven / faces) + 1e-9
            ? null
            : $"accuracy falls by {-Change * 100:0.00} points; at most {MostLoss * 100:0.0} is right";
    }
}
