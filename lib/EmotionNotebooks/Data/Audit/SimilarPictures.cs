using System.Collections.Concurrent;

namespace EmotionNotebooks.Data.Audit;

/// <summary>
/// Finds nearly identical pictures: the same photograph at another brightness or contrast, compressed anew, under another watermark, cut a
/// few pixels aside, or mirrored.
/// </summary>
/// <remarks>
/// <para>Every pair of different pictures is looked at, in three steps, each of which leaves few for the next. (1) Their outlines
/// (63 numbers each) correlate by 0.80 or more, as they are or mirrored. (2) Their details at half size (less the mean around each pixel)
/// correlate nearly enough at some shift of up to four pixels. (3) Their details at full size correlate by the threshold or more at some
/// shift next to that. Brightness and contrast do not matter in any of them.</para>
/// <para>Why details decide: the plain pixels of two strangers before a dark background correlate by 0.9, since background, hair and face
/// are most of what there is. By their details strangers hardly ever reach 0.7, and most copies stay above 0.8. On FER-2013 without its
/// final exam, of random pairs that were looked at, 63 of 63 at 0.80 or more were copies, 60 of 63 at 0.76 to 0.80, and half at 0.68
/// to 0.70. What it misses: copies at a clearly other scale, turned, or cut by more than four pixels. Drawn sample faces differ less
/// than people do: of the 20 million pairs of the usual set, 33 reach 0.80 and are no copies.</para>
/// <para>The time grows with the square of the number of pictures: a few seconds for FER-2013.</para>
/// </remarks>
public static class SimilarPictures
{
    /// <summary>From which correlation of details on two pictures count as nearly identical, unless one says otherwise: 0.80.</summary>
    public const float DefaultThreshold = 0.80f;

    /// <summary>The smallest threshold: 0.70. Below it strangers would be more than copies.</summary>
    public const float LeastThreshold = 0.70f;

    private const float OutlineThreshold = 0.80f;
    // What half size may lose.
    private const float HalfSlack = 0.16f;
    private const int BlockSize = 64;

    /// <summary>Finds the pairs. Of identical pictures only the first one takes part.</summary>
    /// <param name="faces">The faces.</param>
    /// <param name="identical">Which of them are identical.</param>
    /// <param name="threshold">From which correlation of details on, <see cref="LeastThreshold"/> to 1; <see cref="DefaultThreshold"/> by default.</param>
    /// <returns>The pairs, by their first face, then by their second. The same whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">The groups are of another number of faces.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside its range.</exception>
    public static IReadOnlyList<SimilarPair> Find(FaceSet faces, DuplicateGroups identical, float threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentNullException.ThrowIfNull(identical);
        if (!(threshold is >= LeastThreshold and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, $"it must be from {LeastThreshold:0.00} to 1");
        if (identical.GroupOf.Length != faces.Count)
            throw new ArgumentException($"groups of {identical.GroupOf.Length} faces; expected {faces.Count}", nameof(identical));
        var search = new Search(faces, FirstOfEach(identical), threshold);
        // Early blocks meet more partners than late ones, so they are handed out singly.
        var blocks = Partitioner.Create(Enumerable.Range(0, search.Blocks), EnumerablePartitionerOptions.NoBuffering);
        var found = new ConcurrentBag<SimilarPair>();
        Parallel.ForEach(blocks, () => new Details.Pair(), (block, _, pair) => search.Run(block, pair, found), _ => { });
        return [.. found.OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }

    private static int[] FirstOfEach(DuplicateGroups identical)
    {
        var pictures = new int[identical.Count];
        var groups = identical.GroupOf;
        for (var (face, next) = (0, 0); face < groups.Length; face++)
        {
            if (groups[face] == next)
                pictures[next++] = face;
        }

        return pictures;
    }

    private sealed class Search(FaceSet faces, int[] pictures, float threshold)
    {
        private readonly Outline _outlines = Outline.OfAll(faces, pictures);
        private readonly HalfDetails _halves = HalfDetails.OfAll(faces, pictures);

        public int Blocks => (pictures.Length + BlockSize - 1) / BlockSize;

        /// <summary>Compares the pictures of a block with each other and with all later ones.</summary>
        public Details.Pair Run(int block, Details.Pair pair, ConcurrentBag<SimilarPair> found)
        {
            var end = Math.Min((block + 1) * BlockSize, pictures.Length);
            // Partners in blocks as well: the outlines of both stay in the processor's cache.
            for (var start = block * BlockSize; start < pictures.Length; start += BlockSize)
            {
                for (var a = block * BlockSize; a < end; a++)
                {
                    for (var b = Math.Max(start, a + 1); b < Math.Min(start + BlockSize, pictures.Length); b++)
                    {
                        if (_outlines.Compare(a, b, out var isMirrored) >= OutlineThreshold && CompareDetails(a, b, isMirrored, pair) is { } alike)
                            found.Add(alike);
                    }
                }
            }

            return pair;
        }

        private SimilarPair? CompareDetails(int a, int b, bool isMirrored, Details.Pair pair)
        {
            if (_halves.Compare(a, b, isMirrored, out var x, out var y) < threshold - HalfSlack)
                return null;
            pair.Set(faces.Face(pictures[a]), faces.Face(pictures[b]), isMirrored);
            var (score, shiftX, shiftY) = pair.Best(2 * x, 2 * y);
            return score >= threshold ? new(pictures[a], pictures[b], score, isMirrored, shiftX, shiftY) : null;
        }
    }
}
