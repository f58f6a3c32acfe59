using EmotionNotebooks.Data;

namespace EmotionNotebooks.Training;

/// <summary>What faces are to be learned as where FER+'s votes have a say: a row of probabilities for each face.</summary>
internal static class VoteTargets
{
    /// <summary>Labels and votes side by side.</summary>
    /// <param name="faces">Faces with votes.</param>
    /// <param name="voteShare">Share of the votes in the probabilities of the data's classes, 0 to 1.</param>
    /// <param name="hasVoteHead">Whether FER+'s eight shares follow.</param>
    /// <returns>
    /// (N, classes) or (N, classes + 8), row by row. Without a vote for one of the data's classes the label stands alone; without any vote
    /// for an emotion the eight are 0, and such a face teaches the second head nothing.
    /// </returns>
    /// <exception cref="ArgumentException">The faces have no votes.</exception>
    public static float[] Of(FaceSet faces, double voteShare, bool hasVoteHead)
    {
        if (faces.Votes is not { } votes)
        {
            throw new ArgumentException(
                $"{faces.Source}: VoteShare and VoteHead need FER+'s votes; name them with --votes (fer2013new.csv), or set both to 0");
        }

        var classes = faces.ClassNames.Count;
        int?[] voteOf = [.. faces.ClassNames.Select(FerPlusClasses.LabelOf)];
        var targets = FerPlusTargets.Of(votes, FerPlusProtocol.AnyEmotion);
        var width = classes + (hasVoteHead ? FerPlusClasses.Count : 0);
        var rows = new float[faces.Count * width];
        for (var face = 0; face < faces.Count; face++)
        {
            rows[(face * width) + faces.Labels[face]] = 1;
        }

        for (var i = 0; i < targets.Count; i++)
        {
            var shares = targets.Distributions.Span.Slice(i * FerPlusClasses.Count, FerPlusClasses.Count);
            var row = rows.AsSpan(targets.Rows[i] * width, width);
            Blend(row[..classes], shares, voteOf, (float)voteShare);
            if (hasVoteHead)
            {
                shares.CopyTo(row[classes..]);
            }
        }

        return rows;
    }

    private static void Blend(Span<float> row, ReadOnlySpan<float> shares, int?[] voteOf, float voteShare)
    {
        var sum = 0f;
        foreach (var vote in voteOf)
        {
            sum += vote is { } known ? shares[known] : 0;
        }

        if (sum <= 0)
        {
            return;
        }

        for (var label = 0; label < row.Length; label++)
        {
            var share = voteOf[label] is { } known ? shares[known] / sum : 0;
            row[label] = ((1 - voteShare) * row[label]) + (voteShare * share);
        }
    }
}
