using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Data;

/// <summary>Several sets as one.</summary>
public static class FaceSets
{
    /// <summary>Puts sets one behind the other. Classes are matched by name, not by label; the result has the classes of all of them.</summary>
    /// <param name="sets">The sets, at least one: all of them the final exam, or none.</param>
    /// <param name="dropped">How many <see cref="Split.Training"/> faces of one set were left out because another set selects by the same
    /// picture (<see cref="Split.PublicTest"/>): merging must not make a leak. What a single set does with its own stays as it is.</param>
    /// <exception cref="ArgumentException">There is no set.</exception>
    /// <exception cref="FaceDataException">The final exam among other sets, or nothing is left.</exception>
    public static FaceSet Merge(IReadOnlyList<FaceSet> sets, out int dropped)
    {
        ArgumentNullException.ThrowIfNull(sets);
        dropped = 0;
        if (sets.Count == 0)
            throw new ArgumentException("no face set to merge; expected at least one", nameof(sets));
        if (sets.Count == 1)
            return sets[0];
        var all = Join(sets);
        var kept = WithoutLeaks(all, sets);
        dropped = all.Count - kept.Length;
        return dropped == 0 ? all : all.Select(kept);
    }

    private static FaceSet Join(IReadOnlyList<FaceSet> sets)
    {
        var source = string.Join(" + ", sets.Select(set => set.Source));
        var classes = ClassTable.Of(sets.SelectMany(set => set.ClassNames), source);
        var count = sets.Sum(set => set.Count);
        if (count > Array.MaxLength / FaceSet.PixelsPerFace)
            throw new FaceDataException($"{source}: {count} faces; one set holds at most {Array.MaxLength / FaceSet.PixelsPerFace}");
        var pixels = GC.AllocateUninitializedArray<byte>(count * FaceSet.PixelsPerFace);
        var labels = new byte[count];
        var splits = new Split[count];
        var votes = sets.Any(set => set.Votes is not null) ? new byte[count * FaceVotes.Choices] : null;
        var names = new string[count];
        var at = 0;
        foreach (var set in sets)
        {
            set.Pixels.Span.CopyTo(pixels.AsSpan(at * FaceSet.PixelsPerFace));
            set.Splits.CopyTo(splits.AsSpan(at));
            for (var i = 0; i < set.Count; i++, at++)
            {
                labels[at] = classes.LabelOf(set.ClassNames[set.Labels[i]]);
                names[at] = $"{set.Source}: {set.Origins[i]}";
                set.Votes?[i].CopyTo(votes.AsSpan(at * FaceVotes.Choices));
            }
        }

        return new(pixels, labels, splits, source, classes.Names, sets.Sum(set => set.Withheld))
        {
            Origins = FaceOrigins.Named(names),
            Votes = votes is null ? null : new FaceVotes(votes),
        };
    }

    private static int[] WithoutLeaks(FaceSet all, IReadOnlyList<FaceSet> sets)
    {
        var groups = DuplicateGroups.Find(all);
        var selectedBy = new Dictionary<int, HashSet<int>>();
        ForEach((face, set) =>
        {
            if (all.Splits[face] == Split.PublicTest)
                (selectedBy.TryGetValue(groups.GroupOf[face], out var known) ? known : selectedBy[groups.GroupOf[face]] = []).Add(set);
        });
        var kept = new List<int>(all.Count);
        ForEach((face, set) =>
        {
            var leaks = all.Splits[face] == Split.Training
                && selectedBy.TryGetValue(groups.GroupOf[face], out var known) && known.Any(other => other != set);
            if (!leaks)
                kept.Add(face);
        });
        return [.. kept];

        void ForEach(Action<int, int> visit)
        {
            var face = 0;
            for (var set = 0; set < sets.Count; set++)
            {
                for (var i = 0; i < sets[set].Count; i++)
                    visit(face++, set);
            }
        }
    }
}
