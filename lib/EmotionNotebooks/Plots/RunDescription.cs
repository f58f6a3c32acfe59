using System.Collections.Immutable;

namespace EmotionNotebooks.Plots;

/// <summary>What a plot of a training run says about the run; any text is allowed and shown as it is.</summary>
public sealed record RunDescription
{
    /// <summary>Name of the model, for example its id in the catalogue; not empty.</summary>
    /// <exception cref="ArgumentException">The text is empty or white space.</exception>
    public required string Model { get; init => field = Required(value, nameof(Model)); }

    /// <summary>Name of the data set; not empty.</summary>
    /// <exception cref="ArgumentException">The text is empty or white space.</exception>
    public required string Data { get; init => field = Required(value, nameof(Data)); }

    /// <summary>The training recipe in short, such as "SGD 0.01, momentum 0.9, batch 64"; may be empty (the default).</summary>
    public string Recipe { get; init; } = "";

    /// <summary>The device that trained, such as "cpu, bf16"; may be empty (the default).</summary>
    public string Device { get; init; } = "";

    /// <summary>Name of the split that the validation figures come from; "validation" by default.</summary>
    /// <exception cref="ArgumentException">The text is empty or white space.</exception>
    public string ValidationSplit { get; init => field = Required(value, nameof(ValidationSplit)); } = "validation";

    /// <summary>More facts for the summary table, such as seed, commit and data hash, in the order given; none by default.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Details { get; init; } = [];

    /// <summary>"model on data", the title of the run.</summary>
    internal string Title => $"{Model} on {Data}";

    /// <summary>"recipe · device", whichever of them there is.</summary>
    internal string Subtitle => string.Join(" · ", new[] { Recipe, Device }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Required(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }
}
