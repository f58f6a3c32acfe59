namespace EmotionNotebooks.Export.Onnx;

/// <summary>A fixed property of a node: one of a whole number, a number, or whole numbers.</summary>
/// <param name="Name">Its name, as in the operator's definition.</param>
/// <param name="Integer">The whole number.</param>
/// <param name="Number">The number.</param>
/// <param name="Integers">The whole numbers.</param>
internal sealed record OnnxAttribute(string Name, long? Integer = null, float? Number = null, IReadOnlyList<long>? Integers = null);
