namespace EmotionNotebooks.Data;

/// <summary>Which member of an archive is the CSV that is looked for.</summary>
internal static class MemberChoice
{
    // A row of FER-2013 has at most 9.3 kB, so this holds the first line whole.
    private const int StartLength = 1 << 14;
    private const int NamesShown = 8;

    /// <summary>Chooses the member: the one .csv that can be read, or the best of several by the form's rank.</summary>
    /// <param name="archive">The archive, of which all members' names are checked.</param>
    /// <param name="path">The archive's file, for messages.</param>
    /// <param name="form">What to look for.</param>
    /// <exception cref="FaceDataException">No member fits, several fit equally well, or a member's name leads out of the archive.</exception>
    public static (int Index, string Name) Of(IArchive archive, string path, CsvForm form)
    {
        var best = new List<(int Index, string Name)>();
        var bestRank = 1;
        var others = new List<string>();
        var index = 0;
        foreach (var member in archive.Members())
        {
            MemberName.Check(member.Name, path);
            var fit = FitOf(member, form);
            if (fit is { Fault: null } && fit.Rank > bestRank)
                (bestRank, best) = (fit.Rank, []);
            if (fit is { Fault: null } && fit.Rank == bestRank)
                best.Add((index, Excerpt.Of(member.Name)));
            else if (member.IsFile)
                others.Add(fit.Fault is null ? Excerpt.Of(member.Name) : $"{Excerpt.Of(member.Name)} ({fit.Fault})");
            index++;
        }

        return best.Count switch
        {
            1 => best[0],
            0 when others.Count == 0 => throw new FaceDataException($"{path}: the archive is empty; expected {form.Name} in it"),
            0 => throw new FaceDataException($"{path}: no member is {form.Name}: {List(others)}; expected one with {form.Columns}{Hint(others)}"),
            var several => throw new FaceDataException(
                $"{path}: {several} members are {form.Name}: {List(best.ConvertAll(it => it.Name))}; expected one: unpack the one you mean"),
        };
    }

    private static CsvForm.Fit FitOf(IArchiveMember member, CsvForm form)
    {
        if (!member.IsFile || !member.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return default;
        if (member.Fault is { } fault)
            return CsvForm.Fit.Not(fault);
        var start = new byte[StartLength];
        return form.Judge(CsvLines.FirstOf(start.AsSpan(0, member.ReadStart(start))));
    }

    private static string Hint(List<string> names) => names.Exists(name => Path.GetExtension(name).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG")
        ? " (for pictures, unpack it and name the folder)"
        : "";

    private static string List(List<string> names) => names.Count > NamesShown
        ? $"{string.Join(", ", names.Take(NamesShown))} and {names.Count - NamesShown} more"
        : string.Join(", ", names);
}
