namespace EmotionNotebooks.Data.Audit;

/// <summary>
/// Writes an audit down: <c>audit.html</c> for people, one page with the pictures that refers to nothing outside, and <c>audit.json</c> for
/// programs, with every face of every finding.
/// </summary>
/// <remarks>
/// <para>The JSON is one object: <c>version</c> (1), <c>source</c>, <c>sha256</c> (<see cref="FaceSet.Sha256"/>), <c>faces</c> (how many),
/// <c>withheld</c> (how many more are the final exam), <c>thresholds</c>, and</para>
/// <list type="bullet">
/// <item><c>splits</c>: by split, by class name, the number of faces;</item>
/// <item><c>identical</c>, <c>nearlyIdentical</c>: groups, each with <c>conflict</c> (labels differ), <c>across</c> (splits differ) and
/// <c>faces</c>; the second are of <see cref="FaceAudit.NearlyIdentical"/>;</item>
/// <item><c>pairs</c>: <see cref="FaceAudit.Pairs"/>, with <c>first</c> and <c>second</c> (indices), <c>score</c>, <c>mirrored</c>,
/// <c>shiftX</c>, <c>shiftY</c>;</item>
/// <item><c>blank</c> and, where there are votes, <c>noFaces</c>: faces;</item>
/// <item><c>contradicted</c>, where there are votes: faces, each with <c>crowd</c> (FER+'s word), <c>votes</c> and <c>asked</c>.</item>
/// </list>
/// <para>A face is <c>index</c> (in the set, from 0), <c>origin</c> (such as <c>row 17</c> or a path), <c>split</c> and <c>label</c>.</para>
/// </remarks>
public static class AuditReport
{
    /// <summary>Writes both files into a folder, which is made where it is missing; older ones are replaced.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="folder">The folder.</param>
    /// <returns>The paths of the page and of the JSON.</returns>
    public static (string Page, string Json) Write(FaceAudit audit, string folder)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var paths = (Page: Path.Combine(folder, "audit.html"), Json: Path.Combine(folder, "audit.json"));
        AtomicFile.Write(paths.Json, stream => AuditJson.Write(audit, stream));
        AtomicFile.WriteText(paths.Page, AuditPage.Write(audit));
        return paths;
    }
}
