namespace EmotionNotebooks.Data;

/// <summary>
/// The votes of FER+: ten people per face, each for one of eight emotions, "unknown" or "not a face" (Barsoum et al. 2016, arXiv 1608.01041).
/// Immutable.
/// </summary>
public sealed class FaceVotes
{
    /// <summary>How many choices there are: 10.</summary>
    public const int Choices = 10;

    private readonly ReadOnlyMemory<byte> _votes;

    /// <summary>Votes over the given buffer, which must not be changed afterwards (it is not copied).</summary>
    /// <param name="votes">N × <see cref="Choices"/> counts, in the order of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">Not a multiple of <see cref="Choices"/>.</exception>
    public FaceVotes(ReadOnlyMemory<byte> votes)
    {
        if (votes.Length % Choices != 0)
            throw new ArgumentException($"{votes.Length} votes; expected a multiple of {Choices}", nameof(votes));
        _votes = votes;
    }

    /// <summary>The choices in the order of FER+'s columns: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown,
    /// NF (not a face).</summary>
    public static IReadOnlyList<string> Names { get; } = Array.AsReadOnly(
        ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt", "unknown", "NF"]);

    /// <summary>How many faces were voted on.</summary>
    public int Count => _votes.Length / Choices;

    /// <summary>All votes: (N, 10), counts.</summary>
    public ReadOnlyMemory<byte> Bytes => _votes;

    /// <summary>The votes of one face: (10), counts.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public ReadOnlySpan<byte> this[int index] => _votes.Span.Slice(index * Choices, Choices);

    /// <summary>Whether most of those who were asked saw no face: more than half of the votes are NF.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public bool SawNoFace(int index)
    {
        var votes = this[index];
        var all = 0;
        foreach (var count in votes)
            all += count;
        return 2 * votes[^1] > all;
    }

    /// <summary>The votes of some of the faces, copied.</summary>
    /// <param name="indices">The faces to keep, in their new order.</param>
    public FaceVotes Select(ReadOnlySpan<int> indices)
    {
        var votes = new byte[indices.Length * Choices];
        for (var to = 0; to < indices.Length; to++)
            this[indices[to]].CopyTo(votes.AsSpan(to * Choices));
        return new(votes);
    }

    /// <summary>The votes of neighbouring faces; nothing is copied.</summary>
    /// <param name="start">The first face.</param>
    /// <param name="count">How many.</param>
    public FaceVotes Slice(int start, int count) => new(_votes.Slice(start * Choices, count * Choices));
}
