using System.Globalization;
using EmotionNotebooks.Data;
using EmotionNotebooks.Faces;
using EmotionNotebooks.Models;
using static TorchSharp.torch;

namespace EmotionNotebooks.Export;

/// <summary>A trained network in one safetensors file: its weights, which network of the catalogue it is, and its classes.</summary>
/// <param name="Definition">The network of the catalogue.</param>
/// <param name="ClassNames">What its outputs stand for, in order.</param>
/// <param name="Network">The network with its weights, on the CPU, in evaluation mode. The caller disposes it.</param>
public sealed record ModelFile(ModelDefinition Definition, IReadOnlyList<string> ClassNames, nn.Module<Tensor, Tensor> Network)
{
    private const string Format = "emotion-notebooks/1";

    /// <summary>How found faces are cut out for this network; the defaults for a file that does not say.</summary>
    public FacePreprocessing Preprocessing { get; init; } = new();

    /// <summary>
    /// A face whose largest probability is below this is called uncertain. For a file that does not say: 0.5, by the rule in README.md
    /// ("Read photos").
    /// </summary>
    public double UncertainBelow { get; init; } = 0.5;

    /// <summary>Writes a network.</summary>
    /// <param name="path">The target, replaced once everything is written.</param>
    /// <param name="network">The network, on any device.</param>
    /// <param name="model">Its name in <see cref="ModelCatalog"/>.</param>
    /// <param name="classNames">What its outputs stand for, in order.</param>
    /// <param name="hasOtherHeads">Whether outputs follow those of the classes; they are left out.</param>
    /// <param name="preprocessing">How found faces are to be cut out; not written where null.</param>
    /// <param name="uncertainBelow">The threshold for "uncertain", 0 to 1; not written where null.</param>
    public static void Save(
        string path,
        nn.Module<Tensor, Tensor> network,
        string model,
        IReadOnlyList<string> classNames,
        bool hasOtherHeads = false,
        FacePreprocessing? preprocessing = null,
        double? uncertainBelow = null)
    {
        using var scope = NewDisposeScope();
        var tensors = network.state_dict();
        var metadata = new Dictionary<string, string>
        {
            ["format"] = Format,
            ["model"] = ModelCatalog.Find(model).Name,
            ["classes"] = string.Join(',', classNames),
            ["input"] = $"grey {FaceSet.Side}x{FaceSet.Side}, divided by 255",
        };
        if (preprocessing is not null)
        {
            metadata["crop"] = preprocessing.ToString();
        }

        if (uncertainBelow is { } threshold)
        {
            metadata["uncertain_below"] = threshold.ToString(CultureInfo.InvariantCulture);
        }

        Safetensors.Save(path, hasOtherHeads ? WithOneHead(tensors, model, classNames.Count) : tensors, metadata);
    }

    /// <summary>Reads a network; every name and shape is checked first.</summary>
    /// <param name="path">A file that <see cref="Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is damaged or holds something else; the message names it and what is wrong.</exception>
    public static ModelFile Load(string path)
    {
        using var scope = NewDisposeScope();
        var (tensors, metadata) = Safetensors.Load(path);
        if (metadata.GetValueOrDefault("format") != Format || !metadata.TryGetValue("model", out var name))
        {
            throw new InvalidDataException($"{path} holds no network of this project: its header lacks \"format\": \"{Format}\"");
        }

        var definition = ModelCatalog.All.FirstOrDefault(model => model.Name == name)
            ?? throw new InvalidDataException(
                $"{path} holds a network '{name}'; known are: {string.Join(", ", ModelCatalog.All.Select(model => model.Name))}");
        var classNames = metadata.GetValueOrDefault("classes", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (classNames.Length < 2)
        {
            throw new InvalidDataException($"{path} names {classNames.Length} classes; a network has at least 2");
        }

        var (preprocessing, threshold) = Reading(path, metadata);
        var network = definition.Create(classNames.Length);
        RequireSame(path, network.state_dict(), tensors);
        network.load_state_dict(tensors);
        network.eval();
        foreach (var tensor in tensors.Values)
        {
            tensor.Dispose();
        }

        var model = new ModelFile(definition, classNames, network);
        return model with { Preprocessing = preprocessing ?? model.Preprocessing, UncertainBelow = threshold ?? model.UncertainBelow };
    }

    // What the file says of reading pictures; null where it does not.
    private static (FacePreprocessing? Preprocessing, double? UncertainBelow) Reading(string path, Dictionary<string, string> metadata)
    {
        double? threshold = null;
        if (metadata.TryGetValue("uncertain_below", out var text))
        {
            threshold = double.TryParse(text, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1
                ? value
                : throw new InvalidDataException($"{path}: \"uncertain_below\" is '{text}'; it must be a number from 0 to 1");
        }

        try
        {
            return (metadata.TryGetValue("crop", out var crop) ? FacePreprocessing.Parse(crop) : null, threshold);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    // The last layer's rows are the outputs: those of the classes come first.
    private static Dictionary<string, Tensor> WithOneHead(Dictionary<string, Tensor> tensors, string model, int classes)
    {
        using var plain = ModelCatalog.Find(model).Create(classes);
        foreach (var (name, tensor) in plain.state_dict())
        {
            if (tensors[name].shape is [var outputs, ..] && outputs > tensor.shape[0])
            {
                tensors[name] = tensors[name].narrow(0, 0, tensor.shape[0]);
            }
        }

        return tensors;
    }

    private static void RequireSame(string path, Dictionary<string, Tensor> expected, Dictionary<string, Tensor> found)
    {
        foreach (var (name, tensor) in expected)
        {
            if (!found.TryGetValue(name, out var other))
            {
                throw new InvalidDataException($"{path} lacks the tensor '{name}'");
            }

            if (!tensor.shape.SequenceEqual(other.shape) || tensor.dtype != other.dtype)
            {
                throw new InvalidDataException($"{path}: '{name}' is {Describe(other)}; the network has {Describe(tensor)}");
            }
        }

        if (found.Keys.FirstOrDefault(name => !expected.ContainsKey(name)) is { } extra)
        {
            throw new InvalidDataException($"{path} has a tensor '{extra}' that the network lacks");
        }
    }

    private static string Describe(Tensor tensor) => $"{tensor.dtype} {string.Join('×', tensor.shape)}";
}
