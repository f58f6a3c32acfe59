namespace EmotionNotebooks.Data;

/// <summary>All rows of a file with FER+'s votes, before they are joined to faces.</summary>
/// <param name="source">The file, for messages.</param>
/// <param name="usages">The split of each row.</param>
/// <param name="votes">The counts of each row, in the order of <see cref="FaceVotes.Names"/>.</param>
internal sealed class FerPlusVotes(string source, Split[] usages, byte[] votes)
{
    /// <summary>The votes of the faces that were read, having checked that the two files stand row by row beside each other.</summary>
    /// <param name="rows">The number of each face's row, from 1.</param>
    /// <param name="sourceUsages">The split of every row of the faces' source, withheld or not; null for a row that does not say or was left
    /// out.</param>
    /// <param name="faces">The faces' source, for messages.</param>
    /// <exception cref="FaceDataException">The files have different rows.</exception>
    public FaceVotes Join(ReadOnlySpan<int> rows, IReadOnlyList<Split?> sourceUsages, string faces)
    {
        if (usages.Length != sourceUsages.Count)
            throw new FaceDataException($"{source}: {usages.Length} rows; expected {sourceUsages.Count}, one for each row of {faces}");
        for (var i = 0; i < usages.Length; i++)
        {
            if (sourceUsages[i] is { } expected && expected != usages[i])
                throw new FaceDataException($"{source}, row {i + 1}: Usage {usages[i]}; expected {expected}, as in row {i + 1} of {faces}");
        }

        var all = new FaceVotes(votes);
        return rows.Length == all.Count ? all : all.Select([.. rows.ToArray().Select(row => row - 1)]);
    }
}
