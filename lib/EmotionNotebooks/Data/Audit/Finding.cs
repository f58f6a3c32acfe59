namespace EmotionNotebooks.Data.Audit;

/// <summary>A line of an audit's summary.</summary>
/// <param name="Name">What was found.</param>
/// <param name="Groups">How many groups; null where faces stand alone.</param>
/// <param name="Faces">How many faces.</param>
/// <param name="IsPart">Whether the line above holds these too.</param>
public sealed record Finding(string Name, int? Groups, int Faces, bool IsPart)
{
    /// <summary>The summary of an audit.</summary>
    /// <param name="audit">The audit.</param>
    public static IReadOnlyList<Finding> All(FaceAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        List<Finding> findings =
        [
            .. Of("identical pictures", audit, audit.Identical.Repeated),
            .. Of("nearly identical pictures", audit, audit.NearlyIdentical),
            new("blank pictures", null, audit.Blank.Count, IsPart: false),
        ];
        if (audit.NoFaces is { } noFaces)
            findings.Add(new("no faces, as FER+'s crowd sees it", null, noFaces.Count, IsPart: false));
        if (audit.Contradicted is { } contradicted)
            findings.Add(new("labels that FER+'s crowd contradicts", null, contradicted.Count, IsPart: false));
        return findings;
    }

    /// <summary>How far what selects has been trained on, in words; null where the set has not both.</summary>
    /// <param name="audit">The audit.</param>
    public static string? Leaks(FaceAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var selecting = audit.Faces.Splits.Count(Split.PublicTest);
        if (selecting == 0 || selecting == audit.Faces.Count)
            return null;
        var identical = audit.CountLeaked(audit.Identical.Repeated);
        var similar = audit.CountLeaked(audit.Similar.Repeated);
        return $"Of {selecting:N0} PublicTest faces, {identical:N0} ({100.0 * identical / selecting:0.0}%) are identical to a Training face; "
            + $"with nearly identical ones it is {similar:N0} ({100.0 * similar / selecting:0.0}%).";
    }

    /// <summary>What becomes of the final exam, in words.</summary>
    /// <param name="faces">The faces.</param>
    public static string Withheld(FaceSet faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        return faces.Withheld == 0
            ? "PrivateTest, the final exam: this source has none."
            : $"PrivateTest: {faces.Withheld:N0} withheld and in none of these numbers (the final exam: only 'emotion evaluate --final' reads it).";
    }

    private static IEnumerable<Finding> Of(string name, FaceAudit audit, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        yield return Line(name, groups, isPart: false);
        yield return Line("in different splits", [.. groups.Where(audit.IsAcross)], isPart: true);
        yield return Line("with different labels", [.. groups.Where(audit.IsConflict)], isPart: true);
    }

    private static Finding Line(string name, IReadOnlyList<IReadOnlyList<int>> groups, bool isPart) =>
        new(name, groups.Count, groups.Sum(group => group.Count), isPart);
}
