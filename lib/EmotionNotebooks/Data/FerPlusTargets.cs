namespace EmotionNotebooks.Data;

/// <summary>What FER+'s votes say of faces, by one of the protocols: which faces have a label, their labels, and their votes as
/// distributions to learn from. Immutable.</summary>
public sealed class FerPlusTargets
{
    private readonly int[] _rows;
    private readonly byte[] _labels;

    private FerPlusTargets(FerPlusProtocol protocol, int excluded, int[] rows, byte[] labels, float[] distributions)
    {
        (Protocol, Excluded, _rows, _labels, Distributions) = (protocol, excluded, rows, labels, distributions);
    }

    /// <summary>The protocol.</summary>
    public FerPlusProtocol Protocol { get; }

    /// <summary>How many faces have a label.</summary>
    public int Count => _rows.Length;

    /// <summary>How many faces have none; faces that nobody voted on are among them.</summary>
    public int Excluded { get; }

    /// <summary>The faces that have a label, in ascending order: (Count).</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>Their labels: (Count), indices into <see cref="FerPlusClasses.Names"/>.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>Their votes as soft targets: (Count, 8), the shares of the votes for emotions, each row summing to 1. For
    /// <see cref="FerPlusProtocol.Majority"/> without the single votes that it drops.</summary>
    public ReadOnlyMemory<float> Distributions { get; }

    /// <summary>Applies a protocol.</summary>
    /// <param name="votes">The votes on each face.</param>
    /// <param name="protocol">The protocol.</param>
    public static FerPlusTargets Of(FaceVotes votes, FerPlusProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var (rows, labels, distributions) = (new List<int>(votes.Count), new List<byte>(votes.Count), new List<float>());
        for (var face = 0; face < votes.Count; face++)
        {
            int[] counts = [.. votes[face].ToArray().Select(count => protocol == FerPlusProtocol.Majority && count == 1 ? 0 : count)];
            if (LabelOf(counts, protocol) is not { } label)
                continue;
            rows.Add(face);
            labels.Add(label);
            float sum = counts.Take(FerPlusClasses.Count).Sum();
            distributions.AddRange(counts.Take(FerPlusClasses.Count).Select(count => count / sum));
        }

        return new(protocol, votes.Count - rows.Count, [.. rows], [.. labels], [.. distributions]);
    }

    private static byte? LabelOf(int[] counts, FerPlusProtocol protocol)
    {
        var choices = protocol == FerPlusProtocol.AnyEmotion ? counts.AsSpan(0, FerPlusClasses.Count) : counts;
        var most = 0;
        for (var choice = 1; choice < choices.Length; choice++)
            most = choices[choice] > choices[most] ? choice : most;
        var isEnough = protocol switch
        {
            FerPlusProtocol.Majority => 2 * counts[most] > counts.Sum(),
            FerPlusProtocol.ArgMax or FerPlusProtocol.AnyEmotion => counts[most] > 0,
            _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "expected one of FerPlusProtocol's values"),
        };
        return isEnough && most < FerPlusClasses.Count ? (byte)most : null;
    }
}
