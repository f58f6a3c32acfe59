namespace EmotionNotebooks.Data.Audit;

/// <summary>What is wrong with a set of faces: pictures that repeat, labels that disagree, pictures of nothing. Immutable.</summary>
public sealed class FaceAudit
{
    /// <summary>A picture whose grey levels have a smaller standard deviation shows nothing: 5.</summary>
    public const double LeastContrast = 5;

    /// <summary>A picture of which a larger share is one and the same grey level shows hardly anything: one half.</summary>
    public const double LargestFlatShare = 0.5;

    /// <summary>From which share of the votes for another emotion on a label counts as contradicted: 0.8, eight of ten people.</summary>
    public const double ContradictingShare = 0.8;

    // The eight emotions come before "unknown" and "NF".
    private const int VotedEmotions = 8;

    private FaceAudit(FaceSet faces, float threshold)
    {
        Faces = faces;
        Threshold = threshold;
        Identical = DuplicateGroups.Find(faces);
        Pairs = SimilarPictures.Find(faces, Identical, threshold);
        Similar = DuplicateGroups.Join(faces.Count, [.. Links(Identical), .. Pairs.Select(pair => (pair.First, pair.Second))]);
        NearlyIdentical = [.. Similar.Repeated.Where(HasSeveralPictures)];
        Blank = [.. Enumerable.Range(0, faces.Count).Where(face => IsBlank(faces.Face(face)))];
        if (faces.Votes is not { } votes)
            return;
        NoFaces = [.. Enumerable.Range(0, faces.Count).Where(votes.SawNoFace)];
        Contradicted = FindContradicted(faces, votes);
    }

    /// <summary>What was audited. Its final exam, where it has one, is withheld and not part of any finding.</summary>
    public FaceSet Faces { get; }

    /// <summary>From which correlation of details on pictures counted as nearly identical.</summary>
    public float Threshold { get; }

    /// <summary>The faces by identical pictures.</summary>
    public DuplicateGroups Identical { get; }

    /// <summary>The faces by identical or nearly identical pictures, directly or through others.</summary>
    public DuplicateGroups Similar { get; }

    /// <summary>The pairs of nearly identical pictures that <see cref="Similar"/> comes of; of identical pictures the first takes part.</summary>
    public IReadOnlyList<SimilarPair> Pairs { get; }

    /// <summary>The groups of <see cref="Similar"/> with at least two different pictures.</summary>
    public IReadOnlyList<IReadOnlyList<int>> NearlyIdentical { get; }

    /// <summary>Faces whose pictures show nothing, or hardly anything: <see cref="LeastContrast"/>, <see cref="LargestFlatShare"/>.</summary>
    public IReadOnlyList<int> Blank { get; }

    /// <summary>Faces that are none to most of FER+'s crowd; null without votes.</summary>
    public IReadOnlyList<int>? NoFaces { get; }

    /// <summary>Labels that the crowd contradicts (<see cref="ContradictingShare"/>), the most votes first; null without votes. Classes that
    /// FER+ does not know are left out.</summary>
    public IReadOnlyList<Contradiction>? Contradicted { get; }

    /// <summary>Audits a set.</summary>
    /// <param name="faces">The faces, their final exam withheld.</param>
    /// <param name="threshold">From which correlation of details on pictures count as nearly identical, 0.70 to 1.</param>
    /// <exception cref="FaceDataException">The set is the final exam.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside its range.</exception>
    public static FaceAudit Of(FaceSet faces, float threshold = SimilarPictures.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(faces);
        return faces.IsFinalExam
            ? throw new FaceDataException($"{faces.Source}: these {faces.Count} faces are the final exam; only `emotion evaluate --final` reads them")
            : new(faces, threshold);
    }

    /// <summary>Whether the faces of a group have different labels.</summary>
    /// <param name="group">Faces of the set.</param>
    public bool IsConflict(IReadOnlyList<int> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Any(face => Faces.Labels[face] != Faces.Labels[group[0]]);
    }

    /// <summary>Whether the faces of a group are of different splits: the same picture trains and selects.</summary>
    /// <param name="group">Faces of the set.</param>
    public bool IsAcross(IReadOnlyList<int> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Any(face => Faces.Splits[face] != Faces.Splits[group[0]]);
    }

    /// <summary>How many faces of <see cref="Split.PublicTest"/> are in groups that also train.</summary>
    /// <param name="groups">Groups of faces.</param>
    public int CountLeaked(IEnumerable<IReadOnlyList<int>> groups) =>
        groups.Where(IsAcross).Sum(group => group.Count(face => Faces.Splits[face] == Split.PublicTest));

    /// <summary>Of a group, the first face of each different picture.</summary>
    /// <param name="group">Faces of the set.</param>
    public IEnumerable<int> Pictures(IEnumerable<int> group) => group.DistinctBy(face => Identical.GroupOf[face]);

    private bool HasSeveralPictures(IReadOnlyList<int> group) =>
        group.Any(face => Identical.GroupOf[face] != Identical.GroupOf[group[0]]);

    private static IEnumerable<(int First, int Second)> Links(DuplicateGroups groups) =>
        groups.Repeated.SelectMany(group => group.Skip(1).Select(face => (group[0], face)));

    private static bool IsBlank(ReadOnlySpan<byte> face)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var (sum, squares) = (0L, 0L);
        foreach (var pixel in face)
        {
            counts[pixel]++;
            sum += pixel;
            squares += pixel * pixel;
        }

        var most = 0;
        foreach (var count in counts)
            most = Math.Max(most, count);
        var mean = (double)sum / face.Length;
        return most > LargestFlatShare * face.Length || ((double)squares / face.Length) - (mean * mean) < LeastContrast * LeastContrast;
    }

    private static Contradiction[] FindContradicted(FaceSet faces, FaceVotes votes)
    {
        var choices = FaceVotes.Names.Take(VotedEmotions).Select(ClassTable.EmotionOf).ToList();
        var choiceOfLabel = faces.ClassNames
            .Select(name => ClassTable.EmotionOf(name) is { } emotion ? choices.IndexOf(emotion) : -1).ToArray();
        var found = new List<Contradiction>();
        for (var face = 0; face < faces.Count; face++)
        {
            var own = choiceOfLabel[faces.Labels[face]];
            if (own < 0)
                continue;
            var counts = votes[face].ToArray();
            var asked = counts.Sum(count => count);
            var choice = Array.IndexOf(counts, counts[..VotedEmotions].Max(), 0, VotedEmotions);
            if (choice != own && counts[choice] > 0 && counts[choice] >= ContradictingShare * asked)
                found.Add(new(face, choice, counts[choice], asked));
        }

        return [.. found.OrderByDescending(it => (double)it.Votes / it.Asked).ThenBy(it => it.Face)];
    }
}
