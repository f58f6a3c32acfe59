using static TorchSharp.torch;

namespace EmotionNotebooks.Models;

/// <summary>A network of the catalogue: its name, where it comes from, and how it is made.</summary>
/// <param name="Name">Name on the command line, in lower case with dashes.</param>
/// <param name="Summary">What it is, in one line.</param>
/// <param name="Source">Who published it.</param>
/// <param name="PublishedFigures">The accuracies its source gives, as it gives them; null where it gives none.</param>
/// <param name="Create">Makes a freshly initialised network for a number of classes; its weights follow <c>manual_seed</c>.</param>
public sealed record ModelDefinition(
    string Name,
    string Summary,
    string Source,
    string? PublishedFigures,
    Func<int, nn.Module<Tensor, Tensor>> Create);
