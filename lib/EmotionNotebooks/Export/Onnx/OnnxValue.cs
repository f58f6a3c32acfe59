namespace EmotionNotebooks.Export.Onnx;

/// <summary>A named tensor that flows through a graph.</summary>
/// <param name="Name">Its name, once in a graph.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Shape">Its sides; <see cref="Batch"/> where the number of faces stands.</param>
internal sealed record OnnxValue(string Name, OnnxType Type, IReadOnlyList<long> Shape)
{
    /// <summary>The side that is as long as there are faces.</summary>
    public const long Batch = -1;
}
