namespace EmotionNotebooks.Data.Audit;

/// <summary>Which faces of a set belong together: for each face the group of faces that show the same picture. Immutable.</summary>
public sealed class DuplicateGroups
{
    private readonly int[] _groups;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<int>>> _repeated;

    private DuplicateGroups(int[] groups, int count)
    {
        _groups = groups;
        Count = count;
        _repeated = new(Collect);
    }

    /// <summary>How many groups there are, faces that are alone included: the number of different pictures.</summary>
    public int Count { get; }

    /// <summary>The group of each face: (N), 0 to <see cref="Count"/> − 1, numbered in the order of their first faces.</summary>
    public ReadOnlySpan<int> GroupOf => _groups;

    /// <summary>The groups of two or more faces, in the order of their first faces; each lists its faces in the set's order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Repeated => _repeated.Value;

    /// <summary>Groups the faces whose pictures are identical, byte for byte. Labels and splits do not matter.</summary>
    /// <param name="faces">The faces.</param>
    public static DuplicateGroups Find(FaceSet faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        return Find(faces.Count, new SamePicture(faces.Pixels, default));
    }

    /// <summary>The same over two sets, as if the second stood behind the first: for sets that may not be merged, such as training faces and
    /// the final exam.</summary>
    /// <param name="first">Faces 0 to its count − 1.</param>
    /// <param name="second">The faces after them.</param>
    public static DuplicateGroups Find(FaceSet first, FaceSet second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Find(first.Count + second.Count, new SamePicture(first.Pixels, second.Pixels));
    }

    private static DuplicateGroups Find(int count, SamePicture pictures)
    {
        var first = new Dictionary<int, int>(count, pictures);
        var groups = new int[count];
        for (var face = 0; face < groups.Length; face++)
        {
            if (!first.TryGetValue(face, out groups[face]))
                first.Add(face, groups[face] = first.Count);
        }

        return new(groups, first.Count);
    }

    /// <summary>Groups faces by pairs that belong together, directly or through other pairs.</summary>
    /// <param name="count">How many faces there are.</param>
    /// <param name="pairs">Pairs of faces, each 0 to <paramref name="count"/> − 1.</param>
    internal static DuplicateGroups Join(int count, IEnumerable<(int First, int Second)> pairs)
    {
        // Each face points at an earlier one of its group, the first at itself.
        var parents = Enumerable.Range(0, count).ToArray();
        foreach (var (first, second) in pairs)
        {
            var (a, b) = (Root(parents, first), Root(parents, second));
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }

        var groups = new int[count];
        var next = 0;
        for (var face = 0; face < count; face++)
            groups[face] = parents[face] == face ? next++ : groups[Root(parents, face)];
        return new(groups, next);
    }

    private static int Root(int[] parents, int face)
    {
        while (parents[face] != face)
            face = parents[face] = parents[parents[face]];
        return face;
    }

    private IReadOnlyList<IReadOnlyList<int>> Collect()
    {
        var members = new List<int>[Count];
        for (var face = 0; face < _groups.Length; face++)
            (members[_groups[face]] ??= []).Add(face);
        return [.. members.Where(group => group.Count > 1)];
    }

    /// <summary>Faces by their pixels, all of them: a hash that collides groups nothing.</summary>
    private sealed class SamePicture(ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> more) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y || Face(x).SequenceEqual(Face(y));

        public int GetHashCode(int face)
        {
            var hash = default(HashCode);
            hash.AddBytes(Face(face));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<byte> Face(int face)
        {
            var start = face * FaceSet.PixelsPerFace;
            return start < pixels.Length
                ? pixels.Span.Slice(start, FaceSet.PixelsPerFace)
                : more.Span.Slice(start - pixels.Length, FaceSet.PixelsPerFace);
        }
    }
}
