using System.Collections.ObjectModel;

namespace EmotionNotebooks.Data;

/// <summary>Renames classes of a source, joins them, or leaves them out: <c>contempt=disgust</c>, <c>unclear=</c>. Immutable.</summary>
public sealed class LabelMap
{
    private readonly ReadOnlyDictionary<string, string> _targets;

    private LabelMap(Dictionary<string, string> targets) => _targets = targets.AsReadOnly();

    /// <summary>Changes nothing.</summary>
    public static LabelMap None { get; } = new([]);

    /// <summary>Reads rules.</summary>
    /// <param name="rules">Each <c>from=to</c>; an empty <c>to</c> leaves the class out. Names in any case; a synonym of one of FER-2013's
    /// classes stands for it.</param>
    /// <exception cref="ArgumentException">A rule has another form, or a class stands on the left twice.</exception>
    public static LabelMap Parse(IEnumerable<string> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var targets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            if (rule.Split('=') is not [var from, var to] || string.IsNullOrWhiteSpace(from))
                throw new ArgumentException($"label rule '{rule}'; expected from=to, such as contempt=disgust, or from= to leave a class out");
            if (!targets.TryAdd(Canonical(from), Canonical(to)))
                throw new ArgumentException($"label rule '{rule}': '{from.Trim()}' has a rule already; expected one for each class");
        }

        return new(targets);
    }

    /// <summary>Applies the rules to a set.</summary>
    /// <param name="faces">The set.</param>
    /// <returns>The set itself where no rule is about one of its classes.</returns>
    /// <exception cref="FaceDataException">All faces were left out.</exception>
    public FaceSet Apply(FaceSet faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        var targets = faces.ClassNames.Select(name => _targets.GetValueOrDefault(name, name)).ToArray();
        if (targets.SequenceEqual(faces.ClassNames))
            return faces;
        var kept = Enumerable.Range(0, faces.Count).Where(i => targets[faces.Labels[i]].Length > 0).ToArray();
        if (kept.Length == 0)
            throw new FaceDataException($"{faces.Source}: the label rules leave all {faces.Count} faces out; expected at least one class to stay");
        return Relabel(kept.Length == faces.Count ? faces : faces.Select(kept), targets);
    }

    /// <summary>The rules' left sides, such that a caller can say which were of no use.</summary>
    public IReadOnlyCollection<string> Sources => _targets.Keys;

    /// <summary>The same faces under other class names.</summary>
    /// <param name="faces">The set.</param>
    /// <param name="names">The new name of each old class; empty where no face has it.</param>
    internal static FaceSet Relabel(FaceSet faces, IReadOnlyList<string> names)
    {
        var table = ClassTable.Of(names.Where(name => name.Length > 0), faces.Source);
        var labels = new byte[faces.Count];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = table.LabelOf(names[faces.Labels[i]]);
        return faces.With(labels, table.Names);
    }

    private static string Canonical(string name) =>
        ClassTable.EmotionOf(name) is { } emotion ? Emotions.Names[(int)emotion] : name.Trim();
}
