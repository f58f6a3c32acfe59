namespace EmotionNotebooks.Export.Onnx;

/// <summary>One operation of a graph, with one output, after which it is named.</summary>
/// <param name="Operator">The operator's name in ONNX's own set, such as <c>Conv</c>.</param>
/// <param name="Inputs">Names of values and constants.</param>
/// <param name="Output">Name of the value that it makes.</param>
/// <param name="Attributes">Its fixed properties.</param>
internal sealed record OnnxNode(string Operator, IReadOnlyList<string> Inputs, string Output, params IReadOnlyList<OnnxAttribute> Attributes)
{
    /// <summary>Whole numbers of an attribute, or what the operator takes without it.</summary>
    internal IReadOnlyList<long> Integers(string name, params IReadOnlyList<long> otherwise) => Find(name)?.Integers ?? otherwise;

    /// <summary>A whole number of an attribute, or what the operator takes without it.</summary>
    internal long Integer(string name, long otherwise) => Find(name)?.Integer ?? otherwise;

    /// <summary>A number of an attribute, or what the operator takes without it.</summary>
    internal float Number(string name, float otherwise) => Find(name)?.Number ?? otherwise;

    private OnnxAttribute? Find(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);
}
