namespace EmotionNotebooks.Export.Onnx;

/// <summary>A network as ONNX has it: nodes in the order they run, the constants they use, and texts beside them. Immutable.</summary>
public sealed record OnnxModel
{
    /// <summary>Name of the input: (N, 1, 48, 48) float32, grey, 0 black to 255 white.</summary>
    public const string Input = "input";

    /// <summary>Name of the input divided by 255.</summary>
    internal const string Scaled = "scaled";

    /// <summary>Name of the output (N, classes) before the softmax.</summary>
    public const string Logits = "logits";

    /// <summary>Name of the output (N, classes) whose rows sum to 1.</summary>
    public const string Probabilities = "probabilities";

    /// <summary>The version of ONNX's operators that is written and read.</summary>
    public const int Opset = 17;

    internal OnnxModel()
    {
    }

    /// <summary>Texts by name: labels, preprocessing and the like.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the graph.</summary>
    internal string Name { get; init; } = "";

    /// <summary>What is given to it.</summary>
    internal IReadOnlyList<OnnxValue> Inputs { get; init; } = [];

    /// <summary>What it answers.</summary>
    internal IReadOnlyList<OnnxValue> Outputs { get; init; } = [];

    /// <summary>Its operations; each uses only what stands before it.</summary>
    internal IReadOnlyList<OnnxNode> Nodes { get; init; } = [];

    /// <summary>What the nodes use besides values.</summary>
    internal IReadOnlyList<OnnxTensor> Constants { get; init; } = [];

    /// <summary>What flows between nodes, as far as it is described.</summary>
    internal IReadOnlyList<OnnxValue> Values { get; init; } = [];

    /// <summary>Writes the model as a file.</summary>
    /// <param name="path">The target, replaced once everything is written.</param>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(OnnxWriter.Write(this)));

    /// <summary>Reads a file that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged or holds what is never written here; the message names it and what is wrong.</exception>
    public static OnnxModel Load(string path) => OnnxReader.Read(path, File.ReadAllBytes(path));
}
