using EmotionNotebooks.Metrics;

namespace EmotionNotebooks.Plots;

/// <summary>How well a network does, and what it costs.</summary>
/// <param name="Name">What it is called; any text is allowed and shown as it is.</param>
/// <param name="Accuracy">Its accuracy, with n and interval.</param>
public sealed record ModelScore(string Name, WilsonInterval Accuracy)
{
    /// <summary>Mean negative log probability of the labels, in nats; null (the default) where it is not known.</summary>
    public double? LogLoss { get; init; }

    /// <summary>Number of trainable values; null (the default) where it is not known.</summary>
    public long? Parameters { get; init; }

    /// <summary>Multiply-adds of one face's forward pass; null (the default) where they are not known.</summary>
    public long? MultiplyAdds { get; init; }

    /// <summary>Where its weights come from; may be empty (the default).</summary>
    public string Weights { get; init; } = "";
}
