using EmotionNotebooks.Data.Audit;

namespace EmotionNotebooks.Data;

/// <summary>Divides faces class by class at random, and keeps identical pictures on one side.</summary>
public static class StratifiedSplit
{
    /// <summary>Gives each face a split. The same faces and seed give the same splits, whatever their order in the source is called.</summary>
    /// <param name="faces">The faces; the splits they have are not looked at.</param>
    /// <param name="validation">Share of each class to select by, 0 to below 1: <see cref="Split.PublicTest"/>.</param>
    /// <param name="test">Share of each class for the final exam, 0 to below 1: <see cref="Split.PrivateTest"/>.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <returns>One split per face.</returns>
    /// <remarks>A group of identical pictures counts for the class of its first face, and goes to training where it is larger than what a
    /// part still lacks. A class's shares are rounded to whole faces, half up.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative, or both leave nothing to train on.</exception>
    public static Split[] Divide(FaceSet faces, double validation, double test, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(faces);
        ArgumentOutOfRangeException.ThrowIfNegative(validation);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validation + test, 1.0);
        var splits = new Split[faces.Count];
        var random = new SeededRandom(seed).Fork("stratified split");
        var byClass = GroupsOf(faces).ToLookup(group => faces.Labels[group[0]]);
        for (var label = 0; label < faces.ClassNames.Count; label++)
        {
            var groups = byClass[(byte)label].ToArray();
            random.Fork("class", label).Shuffle<List<int>>(groups);
            var count = groups.Sum(group => group.Count);
            var lacking = new Dictionary<Split, int>
            {
                [Split.PrivateTest] = Share(count, test),
                [Split.PublicTest] = Share(count, validation),
            };
            foreach (var group in groups)
            {
                var split = lacking.Keys.FirstOrDefault(part => group.Count <= lacking[part], Split.Training);
                if (split == Split.Training)
                    continue;
                lacking[split] -= group.Count;
                foreach (var face in group)
                    splits[face] = split;
            }
        }

        return splits;
    }

    private static int Share(int count, double share) => (int)Math.Floor((count * share) + 0.5);

    private static List<int>[] GroupsOf(FaceSet faces)
    {
        var found = DuplicateGroups.Find(faces);
        var members = new List<int>[found.Count];
        for (var face = 0; face < faces.Count; face++)
            (members[found.GroupOf[face]] ??= []).Add(face);
        return members;
    }
}
